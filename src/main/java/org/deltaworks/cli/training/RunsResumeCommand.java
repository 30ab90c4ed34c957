package org.deltaworks.cli.training;

import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.domain.training.Run;
import org.deltaworks.platform.LaunchTime;
import org.deltaworks.service.Workbench;
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
    Run queued = bench.runs().resume(id, LaunchTime.ofThisProcess());
    return detach
        ? Detached.result(queued)
        : new RunWatch(bench.runs(), session.terminal()).steered(queued);
  }
}
