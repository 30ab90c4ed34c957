package org.deltaworks.cli.training;

import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** How a sweep stands. */
@Command(name = "show", description = "Shows the runs of a sweep and the best so far.")
public final class SweepShowCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "NAME", description = "Name of the sweep.")
  private String name = "";

  /** For one call. */
  public SweepShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(bench -> SweepWords.of(bench.sweeps().find(name)));
  }
}
