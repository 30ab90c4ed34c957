package org.deltaworks.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.deltaworks.domain.training.TrainingPlan.Optimizer;
import org.deltaworks.engine.nn.FlatParameters;
import org.deltaworks.engine.nn.Workspace;

/** AdamW (arXiv 1711.05101) as PyTorch's: bias-corrected, decoupled decay, state in float32. */
final class AdamW {
  /** What PyTorch adds to a norm before it divides by it. */
  private static final double CLIP_EPSILON = 1e-6;

  private final Workspace work;
  private final FlatParameters parameters;
  private final Optimizer settings;
  private final NDArray first;
  private final NDArray second;

  AdamW(Workspace work, FlatParameters parameters, Optimizer settings) {
    this.work = work;
    this.parameters = parameters;
    this.settings = settings;
    first = work.scope().zeros(parameters.values().getShape());
    second = work.scope().zeros(parameters.values().getShape());
  }

  /** Global L2 norm of the gradients. */
  double gradientNorm() {
    return norm(parameters.gradients());
  }

  /** Whether every trained number is one from which a training can go on. */
  boolean standsAtNumbers() {
    return Double.isFinite(norm(parameters.values()));
  }

  private double norm(NDArray flat) {
    try (NDManager local = work.scope().newSubManager()) {
      return work.kernels().one(local, "gradient_norm", flat).getDouble();
    }
  }

  /**
   * Moves the numbers along the gradients, clipped to the plan's norm, and empties the gradients.
   *
   * @param step 1 for the first
   * @param rate learning rate
   * @param norm global norm of the gradients
   */
  void step(int step, double rate, double norm) {
    double limit = settings.maxGradientNorm();
    double clip = limit > 0 ? Math.min(1, limit / (norm + CLIP_EPSILON)) : 1;
    double[] constants = {
      rate,
      settings.beta1(),
      settings.beta2(),
      settings.epsilon(),
      settings.weightDecay(),
      1 - Math.pow(settings.beta1(), step),
      1 - Math.pow(settings.beta2(), step),
      clip
    };
    work.torch()
        .withoutGradients(
            () -> {
              try (NDManager local = work.scope().newSubManager()) {
                work.kernels()
                    .one(
                        local,
                        "adamw",
                        parameters.values(),
                        parameters.gradients(),
                        first,
                        second,
                        local.create(constants));
              }
              return step;
            });
  }

  /** Leaves out what was gathered for a step that is not taken. */
  void forgetGradients() {
    parameters.forgetGradients();
  }

  /** First moment, (P). */
  NDArray first() {
    return first;
  }

  /** Second moment, (P). */
  NDArray second() {
    return second;
  }
}
