package org.deltaworks.cli.shelf;

import java.util.List;
import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.cli.console.Table;
import org.deltaworks.service.Workbench;
import org.deltaworks.service.models.ModelSnapshot;
import picocli.CommandLine.Command;

/** All base models. */
@Command(name = "list", description = "Lists all base models.")
public final class ModelsListCommand implements Callable<Integer> {
  private final Session session;

  /** For one call. */
  public ModelsListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::list);
  }

  private Result list(Workbench bench) {
    List<ModelSnapshot> all = bench.models().list();
    return Result.of(
        new Facts().with("models", all.stream().map(m -> ModelFacts.of(m).map()).toList()).map(),
        Table.lines(
            List.of("MODEL", "KIND", "PARAMETERS", "SIZE", "LICENCE"),
            all.stream().map(ModelFacts::row).toList(),
            "There is no model yet. Add one with: deltaworks models add DIR"));
  }
}
