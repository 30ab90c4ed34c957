package org.deltaworks.cli.training;

import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.domain.training.Run;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Forgets a run at rest; the adapter it made stays. */
@Command(name = "delete", description = "Forgets a run and its history; its adapter stays.")
public final class RunsDeleteCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final RunParameter run = new RunParameter();

  /** For one call. */
  public RunsDeleteCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::delete);
  }

  private Result delete(Workbench bench) {
    Run found = run.in(bench.runs());
    bench.runs().discard(found.id());
    bench.runs().purge(found.id());
    return Result.of(
        new Facts().with("deleted", found.name()).map(),
        "The run %s is deleted.".formatted(found.name()));
  }
}
