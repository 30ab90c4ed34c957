package org.deltaworks.cli.training;

import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.domain.training.Run;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Ends a run, keeps what it learnt, and waits until that is done. */
@Command(name = "stop", description = "Ends a run and keeps what it learnt.")
public final class RunsStopCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final RunParameter run = new RunParameter();

  /** For one call. */
  public RunsStopCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::stop);
  }

  private Result stop(Workbench bench) throws InterruptedException {
    Run found = run.in(bench.runs());
    bench.runs().stop(found.id());
    RunWatch watch = new RunWatch(bench.runs(), session.terminal());
    return watch.result(watch.toTheEnd(found));
  }
}
