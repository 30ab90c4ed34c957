package org.deltaworks.cli.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.domain.training.Run;
import org.deltaworks.service.Workbench;
import org.deltaworks.service.training.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Everything about a run, with the command that repeats it. */
@Command(name = "show", description = "Shows a run and the command that repeats it.")
public final class RunsShowCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final RunParameter run = new RunParameter();

  /** For one call. */
  public RunsShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::show);
  }

  private Result show(Workbench bench) {
    Run found = run.in(bench.runs());
    RunReport report = new RunReport(found, bench.runs().history(found.id(), 0));
    List<String> lines = new ArrayList<>(RunWords.ending(report));
    found.problem().ifPresent(problem -> lines.add(problem.line()));
    lines.add("To repeat it: " + CommandLine.of(RunFacts.again(found.draft())));
    return Result.of(RunFacts.whole(report), lines);
  }
}
