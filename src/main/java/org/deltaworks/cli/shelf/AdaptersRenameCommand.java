package org.deltaworks.cli.shelf;

import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives an adapter another name. */
@Command(name = "rename", description = "Gives an adapter another name.")
public final class AdaptersRenameCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(index = "0", paramLabel = "ADAPTER", description = "Name of the adapter.")
  private String name = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "Its new name.")
  private String next = "";

  /** For one call. */
  public AdaptersRenameCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::rename);
  }

  private Result rename(Workbench bench) {
    Adapter adapter = bench.adapters().rename(bench.adapters().find(name).id(), next);
    return Result.of(
        AdapterFacts.of(adapter).map(), "The adapter is called %s now.".formatted(adapter.name()));
  }
}
