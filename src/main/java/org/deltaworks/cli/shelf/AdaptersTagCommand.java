package org.deltaworks.cli.shelf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts tags, notes and a rating on an adapter. */
@Command(name = "tag", description = "Puts tags, notes and a rating on an adapter.")
public final class AdaptersTagCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(index = "0", paramLabel = "ADAPTER", description = "Name of the adapter.")
  private String name = "";

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "TAG", description = "Tags to add.")
  private List<String> tags = List.of();

  @Option(names = "--remove", paramLabel = "TAG", description = "A tag to take off.")
  private List<String> removed = List.of();

  @Option(names = "--notes", paramLabel = "TEXT", description = "Notes in place of the old ones.")
  private Optional<String> notes = Optional.empty();

  @Option(names = "--rating", paramLabel = "0..5", description = "How good it is.")
  private Optional<Integer> rating = Optional.empty();

  /** For one call. */
  public AdaptersTagCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::tag);
  }

  private Result tag(Workbench bench) {
    Adapter old = bench.adapters().find(name);
    List<String> all = new ArrayList<>(old.tags());
    all.addAll(tags);
    all.removeAll(removed);
    Adapter adapter =
        bench
            .adapters()
            .annotate(old.id(), notes.orElse(old.notes()), all, rating.orElse(old.rating()));
    return Result.of(
        AdapterFacts.of(adapter).map(),
        "The adapter %s has the tags: %s"
            .formatted(adapter.name(), String.join(", ", adapter.tags())));
  }
}
