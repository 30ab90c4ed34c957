package org.deltaworks.worker.process;

import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;

/** Words for whatever was thrown. */
final class Explanation {
  private Explanation() {}

  /** The problem that it carries, or what it must mean. */
  static Problem of(Throwable thrown) {
    if (thrown instanceof ProblemException known) {
      return known.problem();
    }
    if (thrown instanceof OutOfMemoryError) {
      return Problem.of(
          Problem.Kind.OUT_OF_MEMORY,
          "The memory of this machine was not enough.",
          "Choose fewer rows per step or a shorter longest row, or close other programs.");
    }
    return Problem.of(
        Problem.Kind.DEFECT,
        "Something inside Deltaworks broke: %s.".formatted(thrown),
        "Try once more; if it happens again, report it together with the run's log.");
  }
}
