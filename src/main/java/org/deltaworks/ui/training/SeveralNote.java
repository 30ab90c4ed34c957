package org.deltaworks.ui.training;

import org.deltaworks.domain.problem.Problem;
import org.deltaworks.service.training.SweepPromise;

/** What is known about what trying several takes. */
sealed interface SeveralNote {
  /** It cannot be started as it is, and what to do. */
  record Obstacle(String words) implements SeveralNote {}

  /**
   * It is being worked out.
   *
   * @param trainings how many there are
   */
  record Reading(long trainings) implements SeveralNote {}

  /** It is known. */
  record Made(SweepPromise promise) implements SeveralNote {}

  /** It cannot be told, and why. */
  record Unknown(Problem problem) implements SeveralNote {}
}
