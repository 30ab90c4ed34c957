package org.deltaworks.cli.shelf;

import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Deletes an adapter and its files. */
@Command(name = "delete", description = "Deletes an adapter and its files.")
public final class AdaptersDeleteCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(index = "0", paramLabel = "ADAPTER", description = "Name of the adapter.")
  private String name = "";

  /** For one call. */
  public AdaptersDeleteCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::delete);
  }

  private Result delete(Workbench bench) {
    Adapter adapter = bench.adapters().find(name);
    bench.adapters().discard(adapter.id());
    bench.adapters().purge(adapter.id());
    return Result.of(
        new Facts().with("deleted", adapter.name()).map(),
        "The adapter %s is deleted.".formatted(adapter.name()));
  }
}
