package org.deltaworks.ui.live;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.ObservableList;

/** Brings a list that a table shows up to date with as few changes as needed: selection stays. */
public final class RowSync {
  private RowSync() {}

  /**
   * Makes {@code rows} equal to {@code newer}.
   *
   * @param key what makes two rows the same thing at two times
   */
  public static <T> void apply(ObservableList<T> rows, List<T> newer, Function<T, ?> key) {
    if (rows.isEmpty()) {
      // One change in place of one for each of thousands of rows, each of which a table sorts in.
      rows.setAll(newer);
      return;
    }
    Set<Object> wanted = new HashSet<>();
    newer.forEach(row -> wanted.add(key.apply(row)));
    rows.removeIf(row -> !wanted.contains(key.apply(row)));
    for (int i = 0; i < newer.size(); i++) {
      T row = newer.get(i);
      if (i >= rows.size()) {
        rows.add(row);
      } else if (!Objects.equals(key.apply(rows.get(i)), key.apply(row))) {
        Object sought = key.apply(row);
        for (int j = i + 1; j < rows.size(); j++) {
          if (Objects.equals(key.apply(rows.get(j)), sought)) {
            rows.remove(j);
            break;
          }
        }
        rows.add(i, row);
      } else if (!rows.get(i).equals(row)) {
        rows.set(i, row);
      }
    }
  }
}
