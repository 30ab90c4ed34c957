package org.deltaworks.domain.problem;

import org.jspecify.annotations.Nullable;

/**
 * Carries a {@link Problem} to the one place that tells the person; logged once, where it is shown.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ProblemException(Problem problem, @Nullable Throwable cause) {
    super(problem.line(), cause);
    this.problem = problem;
  }

  /** What happened, why, and what to do now. */
  public Problem problem() {
    return problem;
  }
}
