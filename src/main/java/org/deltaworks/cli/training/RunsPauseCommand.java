package org.deltaworks.cli.training;

import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.domain.training.Run;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets a run save itself and rest, and waits until it does. */
@Command(name = "pause", description = "Lets a run save itself and rest; it can go on later.")
public final class RunsPauseCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final RunParameter run = new RunParameter();

  /** For one call. */
  public RunsPauseCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::pause);
  }

  private Result pause(Workbench bench) throws InterruptedException {
    Run found = run.in(bench.runs());
    bench.runs().pause(found.id());
    RunWatch watch = new RunWatch(bench.runs(), session.terminal());
    return watch.result(watch.toTheEnd(found));
  }
}
