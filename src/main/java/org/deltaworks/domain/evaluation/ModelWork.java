package org.deltaworks.domain.evaluation;

import org.deltaworks.domain.problem.ProblemException;

/**
 * Port to the process that measures and merges. Every method waits for the result and may take
 * long; interruption cancels it.
 */
public interface ModelWork {
  /**
   * Mean loss over a data file.
   *
   * @throws ProblemException if model, adapter or data cannot be used
   */
  Evaluation evaluate(EvaluationRequest request) throws InterruptedException;

  /** Log-probabilities of a text, as {@link #evaluate}. */
  Scores score(ScoreRequest request) throws InterruptedException;

  /** Writes base and adapter as one model, as {@link #evaluate}. */
  Merge merge(MergeRequest request) throws InterruptedException;

  /** What computes here, as {@link #evaluate}. */
  EngineFacts engine() throws InterruptedException;
}
