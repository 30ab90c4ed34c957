package org.deltaworks.cli.training;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.domain.training.Adjustment;
import org.deltaworks.domain.training.Run;
import org.deltaworks.platform.LaunchTime;
import org.deltaworks.service.Workbench;
import org.deltaworks.service.runs.Resumption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets a run at rest go on from its last checkpoint. */
@Command(name = "resume", description = "Lets a run go on from its last checkpoint.")
public final class RunsResumeCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final RunParameter run = new RunParameter();

  @Option(names = "--detach", description = "Return at once; the run goes on.")
  private boolean detach;

  @Option(names = "--half-rate", description = "Go on with half the learning rate.")
  private boolean halfRate;

  @Option(
      names = "--less-memory",
      description = "Go on with fewer rows at once, collected to the same step.")
  private boolean lessMemory;

  /** For one call. */
  public RunsResumeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::resume);
  }

  private Result resume(Workbench bench) throws InterruptedException {
    long id = run.in(bench.runs()).id();
    Run queued = resumed(bench.resumption(), id);
    if (bench.resumption().waits(queued)) {
      session.terminal().note(Resumption.WAITS);
    }
    return detach
        ? Detached.result(queued)
        : new RunWatch(bench.runs(), session.terminal()).steered(queued);
  }

  private Run resumed(Resumption runs, long id) {
    Instant since = LaunchTime.ofThisProcess();
    if (halfRate) {
      return runs.goOn(id, Adjustment.HALF_RATE, since);
    }
    return lessMemory ? runs.goOn(id, Adjustment.LESS_MEMORY, since) : runs.goOn(id, since);
  }
}
