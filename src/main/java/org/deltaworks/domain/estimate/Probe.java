package org.deltaworks.domain.estimate;

import org.deltaworks.domain.training.Run;

/**
 * What the largest batch of a run took when it was tried, forward and back.
 *
 * @param operations multiplications and additions of it
 * @param blocks blocks computed, forward and back
 * @param seconds that it took
 */
public record Probe(double operations, double blocks, double seconds) {
  /** In a shorter run a batch more costs more than it tells. */
  private static final int FEWEST_STEPS = 20;

  /** Whether a run of so many steps is worth one batch more. */
  public static boolean worthIt(int steps) {
    return steps >= FEWEST_STEPS;
  }

  /**
   * What was measured at a moment of a run.
   *
   * @param seconds that the tried batch took
   * @param steps optimizer steps done by then
   * @param tested whether the held-out rows had been tested by then
   * @param taken what the run had taken by then, the tried batch included
   */
  public record Reading(double seconds, int steps, boolean tested, Run.Footprint taken) {}

  /** How often what was expected of a machine goes into what it took. */
  double times(MachineSpeed expected) {
    return seconds / (operations / expected.operations() + blocks * expected.blockSeconds());
  }
}
