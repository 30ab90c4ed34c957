package org.deltaworks.domain.training;

import java.time.Instant;
import org.deltaworks.domain.problem.Problem;

/**
 * What happened in a run: past facts, numbers only. The child appends them to the catalog;
 * everybody else reads.
 */
public sealed interface TrainingEvent {
  /** When it happened. */
  Instant at();

  /**
   * The run began to train.
   *
   * @param trainable numbers being trained
   * @param total numbers of the base
   * @param steps optimizer steps planned
   * @param trainRows rows to learn from
   * @param heldOutRows rows held out
   */
  record Started(Instant at, long trainable, long total, int steps, int trainRows, int heldOutRows)
      implements TrainingEvent {}

  /**
   * An optimizer step ended.
   *
   * @param step 1 for the first
   * @param loss mean negative log-likelihood over all label tokens of the step
   * @param gradientNorm global L2 norm before clipping
   * @param learningRate rate used
   * @param tokens real tokens (no padding) of the step
   * @param labelTokens tokens that carried loss
   * @param seconds time of the step
   */
  record Stepped(
      Instant at,
      int step,
      double loss,
      double gradientNorm,
      double learningRate,
      long tokens,
      long labelTokens,
      double seconds)
      implements TrainingEvent {}

  /** The held-out rows were evaluated after {@code step} steps. */
  record Evaluated(Instant at, int step, double loss, long labelTokens) implements TrainingEvent {}

  /**
   * What is published is the state after {@code step} steps, because no later one did better on the
   * held-out rows.
   *
   * @param loss its held-out loss
   */
  record Chosen(Instant at, int step, double loss) implements TrainingEvent {}

  /** A sample prompt was answered after {@code step} steps. */
  record Sampled(Instant at, int step, String prompt, String answer) implements TrainingEvent {}

  /** A checkpoint was written after {@code step} steps. */
  record Saved(Instant at, int step, String folder) implements TrainingEvent {}

  /**
   * The run goes on with other settings than it was started with.
   *
   * @param draft all of them
   * @param why what a person reads of it
   */
  record Adjusted(Instant at, TrainingDraft draft, String why) implements TrainingEvent {}

  /** Something worth reading in the log. */
  record Noted(Instant at, String message) implements TrainingEvent {
    /** What a message begins with that a person should read while the run goes on. */
    public static final String WARNING = "Warning: ";
  }

  /** The run was paused after {@code step} steps; it can go on. */
  record Paused(Instant at, int step) implements TrainingEvent {}

  /** The run was asked to stop and kept what it had learnt. */
  record Stopped(Instant at, int step, String result) implements TrainingEvent {}

  /** The run did all its steps; {@code result} names the adapter or the model. */
  record Finished(Instant at, int step, String result) implements TrainingEvent {}

  /** The run ended without a result. */
  record Failed(Instant at, int step, Problem problem) implements TrainingEvent {}
}
