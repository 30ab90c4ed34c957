package org.deltaworks.ui.training;

import java.util.List;

/**
 * Where a rank stands on the slider. Each doubling takes the same way, because what a rank adds
 * grows by doublings too; a straight scale would squeeze the useful ranks 1 to 16 into a quarter.
 */
public final class RankScale {
  /** Largest rank on the slider; more can be typed. */
  public static final int MOST = 64;

  /** The ranks with a mark. */
  public static final List<Integer> MARKS = List.of(1, 2, 4, 8, 16, 32, 64);

  private RankScale() {}

  /** Position of a rank, 0 for rank 1 and 6 for rank 64; ranks beyond stand at the end. */
  public static double positionOf(int rank) {
    return Math.log(Math.clamp(rank, 1, MOST)) / Math.log(2);
  }

  /** The whole rank nearest to a position. */
  public static int rankAt(double position) {
    return (int) Math.clamp(Math.round(Math.pow(2, position)), 1L, (long) MOST);
  }
}
