package org.deltaworks.cli.training;

import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Watches a run until it rests; Ctrl-C ends the watching, not the run. */
@Command(name = "follow", description = "Watches a run until it ends; Ctrl-C only stops watching.")
public final class RunsFollowCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final RunParameter run = new RunParameter();

  /** For one call. */
  public RunsFollowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::follow);
  }

  private Result follow(Workbench bench) throws InterruptedException {
    RunWatch watch = new RunWatch(bench.runs(), session.terminal());
    return watch.result(watch.toTheEnd(run.in(bench.runs())));
  }
}
