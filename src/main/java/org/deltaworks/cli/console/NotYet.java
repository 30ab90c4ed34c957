package org.deltaworks.cli.console;

import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;

/** How the command line says that it knows a thing which this build does not have. */
public final class NotYet {
  private NotYet() {}

  /**
   * Something to throw: exit code 2.
   *
   * @param what a noun that begins a sentence, such as {@code The method dora}
   * @param instead what to do now
   */
  public static ProblemException problem(String what, String instead) {
    return Problem.of(Problem.Kind.NOT_YET, what + " is not in this build yet.", instead)
        .asException();
  }
}
