package org.deltaworks.cli.training;

import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Session;
import picocli.CommandLine.Command;

/** All sweeps, newest first. */
@Command(name = "list", description = "Lists all sweeps, newest first.")
public final class SweepListCommand implements Callable<Integer> {
  private final Session session;

  /** For one call. */
  public SweepListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(bench -> SweepWords.list(bench.sweeps().list()));
  }
}
