package org.deltaworks.ui.training;

import org.deltaworks.domain.training.TrainingPlan;

/** How many optimizer steps a plan takes over a number of rows. */
final class StepCount {
  private StepCount() {}

  /** Steps as said, or passes over the rows that are not held out; at least one. */
  static long of(TrainingPlan plan, long rows) {
    return switch (plan.length()) {
      case TrainingPlan.Length.Steps(int steps) -> steps;
      case TrainingPlan.Length.Epochs(double epochs) -> {
        long heldOut =
            plan.evaluation().data().isPresent()
                ? 0
                : Math.min(rows - 1, Math.round(rows * plan.evaluation().fraction()));
        long perStep = (long) plan.batch().rows() * plan.batch().accumulation();
        long perPass = Math.ceilDiv(Math.max(1, rows - heldOut), perStep);
        yield Math.max(1, (long) Math.ceil(perPass * epochs));
      }
    };
  }
}
