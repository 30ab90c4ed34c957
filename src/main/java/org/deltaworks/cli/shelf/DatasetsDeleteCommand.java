package org.deltaworks.cli.shelf;

import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a data file off the shelf; the file stays. */
@Command(name = "delete", description = "Takes a data file off the list; the file stays.")
public final class DatasetsDeleteCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "DATA", description = "Name of the data.")
  private String name = "";

  /** For one call. */
  public DatasetsDeleteCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::delete);
  }

  private Result delete(Workbench bench) {
    bench.datasets().remove(name);
    return Result.of(
        new Facts().with("deleted", name).map(),
        "The data %s is off the list; its file is where it was.".formatted(name));
  }
}
