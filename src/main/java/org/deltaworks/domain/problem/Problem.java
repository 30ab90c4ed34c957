package org.deltaworks.domain.problem;

import java.util.Objects;
import java.util.Optional;

/**
 * One thing that went wrong, told so that a person can act on it. Shown beside its field in a form,
 * on a run's page, or as one line on the terminal; never a stack trace.
 *
 * @param kind what sort of problem it is, for scripts and for choosing where to show it
 * @param message what happened and why, one or two plain sentences
 * @param remedy what to do now, a plain sentence
 * @param field the setting the problem belongs to (its command-line name without dashes), if it
 *     belongs to one
 */
public record Problem(Kind kind, String message, String remedy, Optional<String> field) {

  /** Sorts of problems. The command line prints the name in lower case with dashes. */
  public enum Kind {
    WRONG_USAGE,
    BAD_MODEL,
    BAD_DATA,
    BAD_ADAPTER,
    BAD_FILE,
    NOT_FOUND,
    CONFLICT,
    NO_SPACE,
    NO_PERMISSION,
    OUT_OF_MEMORY,
    NOT_FINITE,
    /** The loss ran away while it was still a number. */
    DIVERGED,
    NEWER_CATALOG,
    NOT_AVAILABLE,
    /** Known, but not part of this build. */
    NOT_YET,
    WORKER_DIED,
    DEFECT;

    /** The name that scripts see, such as {@code bad-model}. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** Refuses empty words: a problem without a remedy is not told yet. */
  public Problem {
    Objects.requireNonNull(kind);
    if (message.isBlank() || remedy.isBlank()) {
      throw new IllegalArgumentException("a problem needs a message and a remedy");
    }
  }

  /** A problem that belongs to no setting. */
  public static Problem of(Kind kind, String message, String remedy) {
    return new Problem(kind, message, remedy, Optional.empty());
  }

  /** A problem to be shown beside a setting. */
  public static Problem at(String field, Kind kind, String message, String remedy) {
    return new Problem(kind, message, remedy, Optional.of(field));
  }

  /** Message and remedy as one line. */
  public String line() {
    return message + " " + remedy;
  }

  /** This problem as something to throw. */
  public ProblemException asException() {
    return new ProblemException(this, null);
  }

  /** This problem as something to throw, keeping the cause for the log. */
  public ProblemException asException(Throwable cause) {
    return new ProblemException(this, cause);
  }
}
