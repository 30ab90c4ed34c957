package org.deltaworks.cli.shelf;

import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Everything about an adapter. */
@Command(name = "show", description = "Shows everything about an adapter.")
public final class AdaptersShowCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(index = "0", paramLabel = "ADAPTER", description = "Name of the adapter.")
  private String name = "";

  /** For one call. */
  public AdaptersShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::show);
  }

  private Result show(Workbench bench) {
    Facts facts = AdapterFacts.of(bench.adapters().find(name));
    return Result.of(facts.map(), FactLines.of(facts.map()));
  }
}
