package org.deltaworks.cli.training;

import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes a run out of the queue. */
@Command(
    name = "cancel",
    description = "Takes a waiting run out of the queue; it is stopped and can be resumed.")
public final class QueueCancelCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final RunParameter run = new RunParameter();

  /** For one call. */
  public QueueCancelCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::cancel);
  }

  private Result cancel(Workbench bench) {
    bench.queue().cancel(run.in(bench.runs()).id());
    return QueueWords.of(bench);
  }
}
