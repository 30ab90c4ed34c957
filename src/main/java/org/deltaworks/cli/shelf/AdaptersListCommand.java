package org.deltaworks.cli.shelf;

import java.util.List;
import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.cli.console.Table;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Command;

/** All adapters, newest first. */
@Command(name = "list", description = "Lists all adapters, newest first.")
public final class AdaptersListCommand implements Callable<Integer> {
  private final Session session;

  /** For one call. */
  public AdaptersListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::list);
  }

  private Result list(Workbench bench) {
    List<Adapter> all = bench.adapters().list();
    return Result.of(
        new Facts()
            .with("adapters", all.stream().map(a -> AdapterFacts.of(a).map()).toList())
            .map(),
        Table.lines(
            List.of("ADAPTER", "BASE", "RANK", "SIZE", "TAGS"),
            all.stream().map(AdapterFacts::row).toList(),
            "There is no adapter yet. Train one with: deltaworks train --model polder --data"
                + " FILE"));
  }
}
