package org.deltaworks.cli.shelf;

import java.util.List;
import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.cli.console.Table;
import org.deltaworks.domain.datasets.DatasetStore.DatasetEntry;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Command;

/** All data files on the shelf. */
@Command(name = "list", description = "Lists all data files.")
public final class DatasetsListCommand implements Callable<Integer> {
  private final Session session;

  /** For one call. */
  public DatasetsListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::list);
  }

  private Result list(Workbench bench) {
    List<DatasetEntry> all = bench.datasets().list();
    return Result.of(
        new Facts()
            .with("datasets", all.stream().map(d -> DatasetFacts.of(d).map()).toList())
            .map(),
        Table.lines(
            List.of("DATA", "FORMAT", "ROWS", "SIZE", "FILE"),
            all.stream().map(DatasetFacts::line).toList(),
            "There is no data yet. Add a file with: deltaworks datasets add FILE"));
  }
}
