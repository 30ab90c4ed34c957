package org.deltaworks.domain.estimate;

/**
 * How fast a machine trains, before and after it has been seen to.
 *
 * @param operations a second in one thread
 * @param blockSeconds what computing a block takes whatever its size
 * @param startSeconds until the first step begins
 */
public record MachineSpeed(double operations, double blockSeconds, double startSeconds) {
  /** Measured with 512-bit vectors: products reach 67 billion a second, a training half of that. */
  private static final double WIDE = 40e9;

  private static final double NARROW = 18e9;
  private static final double HARDWARE_HALF = 1.6;
  private static final double SOFTWARE_HALF = 0.4;
  private static final double BLOCK_SECONDS = 1e-3;
  private static final double START_SECONDS = 3;

  /** Bytes of a checkpoint: written, hashed, forced to the disk. */
  private static final double SAVED = 120e6;

  /** A second thread adds so much of the first. */
  private static final double NEXT_THREAD = 0.85;

  /**
   * Of a machine that has trained nothing yet.
   *
   * @param wideVectors whether it has AVX-512
   * @param threads that a training uses
   * @param half whether it computes in bfloat16
   * @param fastHalf whether bfloat16 multiplies in hardware
   */
  public static MachineSpeed unseen(
      boolean wideVectors, int threads, boolean half, boolean fastHalf) {
    double one = wideVectors ? WIDE : NARROW;
    double type = !half ? 1 : fastHalf ? HARDWARE_HALF : SOFTWARE_HALF;
    return new MachineSpeed(
        one * type * (1 + NEXT_THREAD * (threads - 1)), BLOCK_SECONDS, START_SECONDS);
  }

  /** The same machine, as slow or fast as it was seen to be. */
  public MachineSpeed corrected(Probe probe) {
    double times = probe.times(this);
    return new MachineSpeed(operations / times, blockSeconds * times, startSeconds);
  }

  /** Seconds of the steps alone. */
  public double steps(TimeModel model, Workload work) {
    return model.steps(work) / operations + model.blocks(work) * blockSeconds;
  }

  /** Seconds of the tests alone. */
  private double tests(TimeModel model, Workload work) {
    return model.tests(work) / operations + model.testBlocks(work) * blockSeconds;
  }

  /** Seconds of the checkpoints alone. */
  private double saves(TimeModel model, Workload work) {
    return model.saved(work) / SAVED;
  }

  /** Seconds from start to end. */
  public double whole(TimeModel model, Workload work) {
    return startSeconds + steps(model, work) + tests(model, work) + saves(model, work);
  }

  /** Seconds from a step to the end; the first test was that of the start. */
  double rest(TimeModel model, Workload work, int done) {
    double left = Math.max(0, work.steps() - done) / (double) Math.max(1, work.steps());
    double tests = tests(model, work) * (1 - 1.0 / Math.max(1, work.tests()));
    return left * (steps(model, work) + tests + saves(model, work));
  }
}
