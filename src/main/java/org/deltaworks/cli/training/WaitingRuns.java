package org.deltaworks.cli.training;

import java.util.ArrayList;
import java.util.List;
import org.deltaworks.service.Workbench;
import org.deltaworks.service.runs.WaitingRun;
import picocli.CommandLine.Parameters;

/** The waiting runs that a command is about. */
final class WaitingRuns {
  @Parameters(
      paramLabel = "RUN",
      arity = "0..*",
      description = "Names of waiting runs. None: all that wait.")
  private List<String> names = new ArrayList<>();

  /**
   * Their keys.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if there is none of a name
   */
  List<Long> in(Workbench bench) {
    return names.isEmpty()
        ? bench.queue().list().stream().map(WaitingRun::run).map(run -> run.id()).toList()
        : names.stream().map(name -> bench.runs().find(name).id()).toList();
  }
}
