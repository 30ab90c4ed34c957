package org.deltaworks.worker.process;

import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Words for whatever was thrown. */
final class Explanation {
  private Explanation() {}

  /** The problem that it carries, or what it must mean. */
  static Problem of(Throwable thrown) {
    if (thrown instanceof ProblemException known) {
      return known.problem();
    }
    if (thrown instanceof OutOfMemoryError || saysOutOfMemory(thrown)) {
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

  /** libtorch's own words: what DJL throws carries them and nothing else to tell it by. */
  private static boolean saysOutOfMemory(Throwable thrown) {
    for (@Nullable Throwable at = thrown; at != null; at = at.getCause()) {
      String words = String.valueOf(at.getMessage());
      if (words.contains("can't allocate memory") || words.contains("std::bad_alloc")) {
        return true;
      }
    }
    return false;
  }
}
