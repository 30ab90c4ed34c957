package org.deltaworks.domain.estimate;

import org.deltaworks.domain.training.TrainingPlan;

/**
 * The facts of a computer that decide what a training takes on it.
 *
 * @param memory bytes of it
 * @param threads that a process may use
 * @param wideVectors whether it has AVX-512
 * @param fastHalf whether bfloat16 multiplies in hardware
 */
public record Host(long memory, int threads, boolean wideVectors, boolean fastHalf) {
  /** How fast it should train by a plan. */
  MachineSpeed speed(TrainingPlan plan) {
    int used = plan.threads() > 0 ? Math.min(plan.threads(), threads) : threads;
    boolean half = plan.precision() == TrainingPlan.Precision.BFLOAT16;
    return MachineSpeed.unseen(wideVectors, used, half, fastHalf);
  }
}
