package org.deltaworks.domain.estimate;

/**
 * Pages that stay with the process between the arrays it uses. An array that comes and goes leaves
 * room that the next one, of another size, does not fill to its end. How much that is follows from
 * the sizes, since a child's C library keeps no small pieces at hand ({@code ChildCommand}). The
 * shares are fitted to the settings of the estimate's benchmark and were held against others.
 */
final class Holes {
  private static final double OF_KEPT_BLOCKS = 0.3;
  private static final double OF_A_PASSING_BLOCK = 1.5;
  private static final double LEFT_FOR_TESTS = 0.65;

  private Holes() {}

  /** Between what is kept of some or all blocks, of so many bytes. */
  static long amongKept(long kept) {
    return (long) (OF_KEPT_BLOCKS * kept);
  }

  /**
   * Where blocks pass and nothing of them is kept: they are computed again on the way back, or
   * nothing in them is trained.
   *
   * @param block bytes that would be kept of one
   */
  static long whereBlocksPass(long block) {
    return (long) (OF_A_PASSING_BLOCK * block);
  }

  /** What is still there when a test begins, of all that learning took: bytes of both. */
  static long leftForTests(long learning) {
    return (long) (LEFT_FOR_TESTS * learning);
  }
}
