package org.deltaworks.cli.console;

import java.util.ArrayList;
import java.util.List;

/** Rows of words in columns as wide as they must be. */
public final class Table {
  private Table() {}

  /** The lines; nothing but the given sentence where there is no row. */
  public static List<String> lines(List<String> head, List<List<String>> rows, String ifEmpty) {
    if (rows.isEmpty()) {
      return List.of(ifEmpty);
    }
    List<List<String>> all = new ArrayList<>();
    all.add(head);
    all.addAll(rows);
    int[] widths = new int[head.size()];
    for (List<String> row : all) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return all.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
    }
    return line.toString().stripTrailing();
  }
}
