package org.deltaworks.domain.training;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deltaworks.domain.datasets.TokenizedRow;

/**
 * Rows to learn from and rows kept for testing.
 *
 * @param training at least one, in the order of the file
 * @param testing may be empty, in the order of the file
 * @param places where each row to learn from was among those it was taken of, 0 for the first
 */
public record HeldOut(
    List<TokenizedRow> training, List<TokenizedRow> testing, List<Integer> places) {
  public HeldOut {
    training = List.copyOf(training);
    testing = List.copyOf(testing);
    places = List.copyOf(places);
  }

  /** Rows to test on that lie apart. */
  public static HeldOut apart(List<TokenizedRow> training, List<TokenizedRow> testing) {
    return new HeldOut(training, testing, IntStream.range(0, training.size()).boxed().toList());
  }

  /**
   * Takes a share of the rows, at least one and never the only one.
   *
   * @param fraction 0 for none
   * @param seed same seed, same choice
   */
  public static HeldOut of(List<TokenizedRow> rows, double fraction, long seed) {
    int wanted = (int) Math.ceil(rows.size() * fraction);
    int count = Math.min(wanted, rows.size() - 1);
    List<Integer> order = new ArrayList<>(IntStream.range(0, rows.size()).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    BitSet chosen = new BitSet(rows.size());
    order.subList(0, Math.max(0, count)).forEach(chosen::set);
    List<TokenizedRow> training = new ArrayList<>();
    List<TokenizedRow> testing = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      (chosen.get(i) ? testing : training).add(rows.get(i));
      if (!chosen.get(i)) {
        places.add(i);
      }
    }
    return new HeldOut(training, testing, places);
  }
}
