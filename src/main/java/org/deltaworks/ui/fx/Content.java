package org.deltaworks.ui.fx;

import java.util.Optional;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;

/**
 * What a screen has to show: it is being read, it is there (and may be empty), or it cannot be had.
 *
 * @param <T> what is shown when it is there
 */
public sealed interface Content<T> {
  /** Being read. */
  record Loading<T>() implements Content<T> {}

  /** There. */
  record Ready<T>(T value) implements Content<T> {}

  /** Not to be had, and why. */
  record Failed<T>(Problem problem) implements Content<T> {}

  /** Whatever was thrown, as something to show: words meant for people, or a defect of ours. */
  static <T> Content<T> failed(Throwable thrown) {
    return new Failed<>(problemOf(thrown));
  }

  /** The problem that was thrown, or one that says it is our fault. */
  static Problem problemOf(Throwable thrown) {
    return thrown instanceof ProblemException told
        ? told.problem()
        : Problem.of(
            Problem.Kind.DEFECT,
            "Deltaworks did something it should not (%s)."
                .formatted(thrown.getClass().getSimpleName()),
            "Try again; the log has the details.");
  }

  /** The value, if it is there. */
  default Optional<T> ready() {
    return this instanceof Ready<T>(T value) ? Optional.of(value) : Optional.empty();
  }
}
