package org.deltaworks.cli.training;

import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets held runs start when their turn comes. */
@Command(name = "release", description = "Lets held runs start when their turn comes.")
public final class QueueReleaseCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final WaitingRuns runs = new WaitingRuns();

  /** For one call. */
  public QueueReleaseCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::release);
  }

  private Result release(Workbench bench) {
    runs.in(bench).forEach(bench.queue()::release);
    return QueueWords.of(bench);
  }
}
