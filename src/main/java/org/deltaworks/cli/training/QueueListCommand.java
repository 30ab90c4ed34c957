package org.deltaworks.cli.training;

import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Session;
import picocli.CommandLine.Command;

/** What waits, in order. */
@Command(name = "list", description = "Lists the runs that wait, the next one first.")
public final class QueueListCommand implements Callable<Integer> {
  private final Session session;

  /** For one call. */
  public QueueListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(QueueWords::of);
  }
}
