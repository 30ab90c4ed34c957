package org.deltaworks.engine.nn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.deltaworks.domain.datasets.TokenizedRow;

/**
 * Rows laid one after another for one pass: N tokens in all, M of them with a label behind them.
 *
 * @param ids token ids (N)
 * @param positions place of each token in its own row (N)
 * @param groups rows and their length, for each run of rows of equal length: (G, 2), row by row
 * @param at places among the N whose next token is a label (M)
 * @param targets those next tokens (M)
 * @param tokens tokens that are no padding
 */
public record MicroBatch(
    long[] ids, long[] positions, long[] groups, long[] at, long[] targets, int tokens) {

  /** Packs rows without padding; rows of equal length stand together and are computed together. */
  public static MicroBatch packed(List<TokenizedRow> rows) {
    List<TokenizedRow> sorted =
        rows.stream().sorted(Comparator.comparingInt(TokenizedRow::length)).toList();
    return of(sorted, IntStream.range(0, rows.size()).map(i -> sorted.get(i).length()).toArray());
  }

  /** Pads every row to the longest, as a batch is made elsewhere. Padding is behind, so unseen. */
  public static MicroBatch padded(List<TokenizedRow> rows) {
    int longest = rows.stream().mapToInt(TokenizedRow::length).max().orElse(0);
    return of(rows, IntStream.generate(() -> longest).limit(rows.size()).toArray());
  }

  /** How many positions are computed, padding included. */
  public int size() {
    return ids.length;
  }

  /** How many tokens carry loss. */
  public int labels() {
    return at.length;
  }

  private static MicroBatch of(List<TokenizedRow> rows, int[] lengths) {
    int size = IntStream.of(lengths).sum();
    long[] ids = new long[size];
    long[] positions = new long[size];
    List<Long> at = new ArrayList<>();
    List<Long> targets = new ArrayList<>();
    int start = 0;
    int tokens = 0;
    for (int r = 0; r < rows.size(); r++) {
      TokenizedRow row = rows.get(r);
      tokens += row.length();
      for (int i = 0; i < lengths[r]; i++) {
        ids[start + i] = i < row.length() ? row.ids()[i] : 0;
        positions[start + i] = i;
      }
      for (int i = 1; i < row.length(); i++) {
        if (row.labels()[i] != TokenizedRow.NO_LOSS) {
          at.add((long) start + i - 1);
          targets.add((long) row.labels()[i]);
        }
      }
      start += lengths[r];
    }
    return new MicroBatch(ids, positions, groups(lengths), array(at), array(targets), tokens);
  }

  private static long[] groups(int[] lengths) {
    List<Long> groups = new ArrayList<>();
    for (int i = 0; i < lengths.length; ) {
      int end = i;
      while (end < lengths.length && lengths[end] == lengths[i]) {
        end++;
      }
      groups.add((long) end - i);
      groups.add((long) lengths[i]);
      i = end;
    }
    return array(groups);
  }

  private static long[] array(List<Long> list) {
    return list.stream().mapToLong(Long::longValue).toArray();
  }
}
