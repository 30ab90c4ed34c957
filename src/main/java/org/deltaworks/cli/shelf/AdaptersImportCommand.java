package org.deltaworks.cli.shelf;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.service.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings an adapter from elsewhere into the catalog. */
@Command(name = "import", description = "Copies an adapter in PEFT layout into the catalog.")
public final class AdaptersImportCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "DIR", description = "Folder of the adapter.")
  private Path folder = Path.of("");

  @Option(names = "--name", paramLabel = "NAME", description = "What to call it.")
  private Optional<String> name = Optional.empty();

  /** For one call. */
  public AdaptersImportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.run(this::bringIn);
  }

  private Result bringIn(Workbench bench) {
    Adapter adapter = bench.adapters().importFolder(folder, name);
    return Result.of(
        AdapterFacts.of(adapter).map(), "The adapter is called %s.".formatted(adapter.name()));
  }
}
