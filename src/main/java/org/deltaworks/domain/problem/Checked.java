package org.deltaworks.domain.problem;

import java.util.List;

/**
 * Either a value or the problems that kept it from being built: building is validating.
 *
 * @param <T> what is built
 */
public sealed interface Checked<T> {
  /** A value that holds every rule of its type. */
  record Valid<T>(T value) implements Checked<T> {}

  /** Every problem found, never empty. */
  record Invalid<T>(List<Problem> problems) implements Checked<T> {
    public Invalid {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("invalid, but no problem is named");
      }
    }
  }

  /** The value, or the first problem thrown. */
  default T orThrow() {
    return switch (this) {
      case Valid<T> valid -> valid.value();
      case Invalid<T> invalid -> throw invalid.problems().getFirst().asException();
    };
  }
}
