package org.deltaworks.domain.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deltaworks.domain.datasets.TokenizedRow;

/**
 * The rows of one pass as the engine lays them: nothing of what they say, only how long they are.
 *
 * @param groups runs of rows of equal length, computed together
 * @param labels tokens that carry loss
 */
public record PassShape(List<Group> groups, long labels) {
  public PassShape {
    groups = List.copyOf(groups);
  }

  /**
   * Rows of equal length.
   *
   * @param rows how many
   * @param length tokens of each, padding included
   */
  public record Group(int rows, int length) {
    /** Positions computed. */
    public long positions() {
      return (long) rows * length;
    }
  }

  /** Rows laid one behind the other without padding, or each padded to the longest. */
  public static PassShape of(List<TokenizedRow> rows, boolean packing) {
    int longest = rows.stream().mapToInt(TokenizedRow::length).max().orElse(0);
    int[] lengths =
        rows.stream().mapToInt(row -> packing ? row.length() : longest).sorted().toArray();
    long labels = rows.stream().mapToLong(TokenizedRow::labelTokens).sum();
    return new PassShape(groups(lengths), labels);
  }

  private static List<Group> groups(int[] lengths) {
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < lengths.length; ) {
      int first = i;
      int length = lengths[i];
      int end =
          IntStream.range(i, lengths.length)
              .filter(j -> lengths[j] != length)
              .findFirst()
              .orElse(lengths.length);
      groups.add(new Group(end - first, length));
      i = end;
    }
    return groups;
  }

  /** Positions computed, padding included. */
  public long positions() {
    return groups.stream().mapToLong(Group::positions).sum();
  }

  /** Sum over the rows of their length squared, which attention costs. */
  public double squares() {
    return groups.stream().mapToDouble(g -> (double) g.positions() * g.length()).sum();
  }
}
