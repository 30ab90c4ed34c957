package org.deltaworks.cli.training;

import java.util.List;
import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.cli.console.Table;
import org.deltaworks.domain.training.Run;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Command;

/** All runs, newest first. */
@Command(name = "list", description = "Lists all runs, newest first.")
public final class RunsListCommand implements Callable<Integer> {
  private final Session session;

  /** For one call. */
  public RunsListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(RunsListCommand::list);
  }

  private static Result list(Workbench bench) {
    List<Run> runs = bench.runs().list();
    return Result.of(
        new Facts().with("runs", runs.stream().map(r -> RunFacts.row(r).map()).toList()).map(),
        Table.lines(
            List.of("RUN", "STATE", "MODEL", "STEP", "LOSS", "ADAPTER"),
            runs.stream().map(RunWords::row).toList(),
            "There is no run yet. Start one with: deltaworks train --model polder --data FILE"));
  }
}
