package org.deltaworks.cli.shelf;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.domain.datasets.DatasetStore.DatasetEntry;
import org.deltaworks.domain.datasets.RowFormWords;
import org.deltaworks.domain.problem.Counted;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a data file on the shelf. */
@Command(name = "add", description = "Puts a file on the list; it stays where it is.")
public final class DatasetsAddCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final MappingOptions mapping = new MappingOptions();

  @Parameters(paramLabel = "FILE", description = "The file.")
  private Path file = Path.of("");

  @Option(names = "--name", paramLabel = "NAME", description = "What to call it.")
  private Optional<String> name = Optional.empty();

  /** For one call. */
  public DatasetsAddCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::add);
  }

  private Result add(Workbench bench) {
    mapping.refuse();
    DatasetEntry entry = bench.datasets().add(file, name);
    return Result.of(
        DatasetFacts.of(entry).map(),
        "The data is called %s: %s, read as %s."
            .formatted(
                entry.name(), Counted.of(entry.rows(), "row"), RowFormWords.of(entry.form())));
  }
}
