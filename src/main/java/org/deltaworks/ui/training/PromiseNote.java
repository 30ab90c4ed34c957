package org.deltaworks.ui.training;

import org.deltaworks.domain.problem.Problem;
import org.deltaworks.service.training.Promise;

/** What is known about what the run will take. */
sealed interface PromiseNote {
  /** The form does not say enough yet. */
  record None() implements PromiseNote {}

  /** It is being worked out. */
  record Reading() implements PromiseNote {}

  /** It is known. */
  record Made(Promise promise) implements PromiseNote {}

  /** It cannot be told, and why. */
  record Unknown(Problem problem) implements PromiseNote {}
}
