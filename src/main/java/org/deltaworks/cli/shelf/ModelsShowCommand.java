package org.deltaworks.cli.shelf;

import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Everything about a base model. */
@Command(name = "show", description = "Shows a model and the modules that can be adapted.")
public final class ModelsShowCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "MODEL", description = "Name or folder of the model.")
  private String name = "";

  /** For one call. */
  public ModelsShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::show);
  }

  private Result show(Workbench bench) {
    Facts facts = ModelFacts.of(bench.models().show(name));
    return Result.of(facts.map(), FactLines.of(facts.map()));
  }
}
