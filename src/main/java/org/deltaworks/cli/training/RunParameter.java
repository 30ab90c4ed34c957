package org.deltaworks.cli.training;

import org.deltaworks.domain.training.Run;
import org.deltaworks.service.runs.RunService;
import picocli.CommandLine.Parameters;

/** The run that a command is about. */
final class RunParameter {
  @Parameters(paramLabel = "RUN", description = "Name of the run.")
  private String name = "";

  /**
   * The run as it stands.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if there is none of this name
   */
  Run in(RunService runs) {
    return runs.find(name);
  }
}
