package org.deltaworks.cli.shelf;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.service.Workbench;
import org.deltaworks.service.models.ModelSnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts the folder of a model on the shelf, after reading its weights to the end. */
@Command(
    name = "add",
    description = "Puts the folder of a model on the list; it stays where it is.")
public final class ModelsAddCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "DIR", description = "Folder in Hugging Face layout.")
  private Path folder = Path.of("");

  @Option(names = "--name", paramLabel = "NAME", description = "What to call it.")
  private Optional<String> name = Optional.empty();

  /** For one call. */
  public ModelsAddCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::add);
  }

  private Result add(Workbench bench) {
    // Looked at to the end first: damaged weights never reach the list.
    bench.models().show(folder.toString());
    ModelSnapshot added =
        name.isPresent() ? bench.models().add(folder, name.get()) : bench.models().add(folder);
    ModelSnapshot model = bench.models().show(added.name());
    return Result.of(ModelFacts.of(model).map(), "The model is called %s.".formatted(model.name()));
  }
}
