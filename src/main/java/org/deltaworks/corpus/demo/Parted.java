package org.deltaworks.corpus.demo;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A list parted for good: what training rows may name, and what only held-out rows may name. An
 * adapter that learnt the training rows by heart gets nothing right on the others.
 */
record Parted<T>(List<T> training, List<T> heldOut) {
  private static final int EVERY = 5;
  private static final int KEPT = 3;

  Parted {
    training = List.copyOf(training);
    heldOut = List.copyOf(heldOut);
  }

  /** Every fifth is kept for the held-out rows. */
  static <T> Parted<T> of(List<T> all) {
    return new Parted<>(some(all, true), some(all, false));
  }

  List<T> of(Part part) {
    return part == Part.TRAINING ? training : heldOut;
  }

  private static <T> List<T> some(List<T> all, boolean learnt) {
    return IntStream.range(0, all.size())
        .filter(i -> (i % EVERY != KEPT) == learnt)
        .mapToObj(all::get)
        .toList();
  }
}
