package org.deltaworks.worker.process;

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
 */
record HeldOut(List<TokenizedRow> training, List<TokenizedRow> testing) {
  HeldOut {
    training = List.copyOf(training);
    testing = List.copyOf(testing);
  }

  /**
   * Takes a share of the rows, at least one and never the only one.
   *
   * @param fraction 0 for none
   * @param seed same seed, same choice
   */
  static HeldOut of(List<TokenizedRow> rows, double fraction, long seed) {
    int wanted = (int) Math.ceil(rows.size() * fraction);
    int count = Math.min(wanted, rows.size() - 1);
    List<Integer> order = new ArrayList<>(IntStream.range(0, rows.size()).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    BitSet chosen = new BitSet(rows.size());
    order.subList(0, Math.max(0, count)).forEach(chosen::set);
    List<TokenizedRow> training = new ArrayList<>();
    List<TokenizedRow> testing = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      (chosen.get(i) ? testing : training).add(rows.get(i));
    }
    return new HeldOut(training, testing);
  }
}
