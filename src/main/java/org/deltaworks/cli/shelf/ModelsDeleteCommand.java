package org.deltaworks.cli.shelf;

import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a model off the shelf; its files stay. */
@Command(name = "delete", description = "Takes a model off the list; its files stay.")
public final class ModelsDeleteCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "MODEL", description = "Name of the model.")
  private String name = "";

  /** For one call. */
  public ModelsDeleteCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::delete);
  }

  private Result delete(Workbench bench) {
    bench.models().remove(name);
    return Result.of(
        new Facts().with("deleted", name).map(),
        "The model %s is off the list; its files are where they were.".formatted(name));
  }
}
