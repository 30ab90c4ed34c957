package org.deltaworks.engine.training;

import org.deltaworks.domain.training.TrainingPlan.Optimizer;
import org.deltaworks.domain.training.TrainingPlan.Schedule;

/** The rate of each step, as transformers' {@code get_scheduler} has it. */
final class LearningRate {
  /** Share of all steps that warm up where nothing else is said: 3 %. */
  private static final double USUAL_WARMUP = 0.03;

  private final double peak;
  private final Schedule schedule;
  private final int warmup;
  private final int steps;

  LearningRate(Optimizer optimizer, int steps) {
    this.peak = optimizer.learningRate();
    this.schedule = optimizer.schedule();
    this.warmup = optimizer.warmupSteps().orElseGet(() -> usualWarmup(steps));
    this.steps = steps;
  }

  /**
   * Rounded up as transformers does, but never the whole run: its only step would learn nothing.
   */
  private static int usualWarmup(int steps) {
    return Math.min((int) Math.ceil(USUAL_WARMUP * steps), Math.max(0, steps - 1));
  }

  /** Whether the rate is 0 at every step, so that the run changes nothing. */
  boolean neverLearns() {
    return warmup > 0 && steps <= 1;
  }

  /**
   * Rate of a step.
   *
   * @param step 1 for the first
   */
  double at(int step) {
    int done = step - 1;
    if (done < warmup) {
      return peak * done / Math.max(1, warmup);
    }
    double rest = Math.max(1, steps - warmup);
    return switch (schedule) {
      case CONSTANT -> peak;
      case LINEAR -> peak * Math.max(0, (steps - done) / rest);
      case COSINE -> peak * Math.max(0, 0.5 * (1 + Math.cos(Math.PI * (done - warmup) / rest)));
    };
  }
}
