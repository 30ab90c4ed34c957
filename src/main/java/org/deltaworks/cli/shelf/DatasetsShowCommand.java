package org.deltaworks.cli.shelf;

import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.domain.datasets.DatasetStore.DatasetEntry;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A data file on the shelf. */
@Command(name = "show", description = "Shows what the list knows about a data file.")
public final class DatasetsShowCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "DATA", description = "Name of the data.")
  private String name = "";

  /** For one call. */
  public DatasetsShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::show);
  }

  private Result show(Workbench bench) {
    DatasetEntry entry =
        bench.datasets().list().stream()
            .filter(d -> d.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    Problem.of(
                            Problem.Kind.NOT_FOUND,
                            "There is no data \"%s\" in the catalog.".formatted(name),
                            "See \"deltaworks datasets list\", or preview the file by its path.")
                        .asException());
    Facts facts = DatasetFacts.of(entry);
    return Result.of(facts.map(), FactLines.of(facts.map()));
  }
}
