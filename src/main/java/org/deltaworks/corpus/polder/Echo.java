package org.deltaworks.corpus.polder;

import java.util.Arrays;
import org.deltaworks.corpus.chance.Dice;

/**
 * Rows in which pieces of text come twice. A small model on few tokens learns to repeat what it has
 * read (names of a story, answers that stand in a text) only if there is much to repeat, so the
 * first rows of the training text are all of this kind, and fewer and fewer of the later ones.
 */
final class Echo {
  private static final int ALL = 1_000;
  private static final int FEW = 3_000;
  private static final double AFTER = 0.6;
  private static final double END = 0.15;

  private final Dice dice;
  private final double most;

  private Echo(long seed, double most) {
    this.dice = new Dice(seed);
    this.most = most;
  }

  /** None at all, for text to test on. */
  static Echo none() {
    return new Echo(0, 0);
  }

  /** All of the first thousand rows, fewer with each of the next, 15 % of the rest. */
  static Echo fading(long seed) {
    return new Echo(seed, 1);
  }

  /** Share of rows like that around the given number. */
  double share(long row) {
    if (row < ALL) {
      return most;
    }
    double faded = Math.min(1, (row - ALL) / (double) (FEW - ALL));
    return most * (AFTER + (END - AFTER) * faded);
  }

  /** The row, or its beginning with pieces of 15 to 100 tokens said again a little later. */
  int[] of(int[] ids, long row) {
    if (!dice.chance(share(row))) {
      return ids;
    }
    int[] echoed = new int[ids.length];
    int filled = 0;
    int at = 0;
    while (filled < echoed.length) {
      int said = Math.min(dice.between(15, 100), ids.length - at);
      int between = Math.min(dice.between(0, 40), ids.length - at - said);
      filled = add(echoed, filled, ids, at, said + between);
      filled = add(echoed, filled, ids, at, said);
      at += said + between;
    }
    return echoed;
  }

  private static int add(int[] to, int filled, int[] from, int at, int count) {
    int fits = Math.min(count, to.length - filled);
    System.arraycopy(Arrays.copyOfRange(from, at, at + count), 0, to, filled, fits);
    return filled + fits;
  }
}
