package org.deltaworks.worker.process;

import java.nio.file.Path;
import java.util.Optional;
import org.deltaworks.catalog.Catalog;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Run;
import org.deltaworks.platform.Folders;
import org.deltaworks.worker.protocol.ChildArguments;
import org.jspecify.annotations.Nullable;

/** A run that is written down and goes on: it is taken first, and what goes wrong fails it. */
final class QueuedRun implements Assignment {
  private final ChildArguments.Train arguments;
  private volatile @Nullable RunBook book;

  QueuedRun(ChildArguments.Train arguments) {
    this.arguments = arguments;
  }

  @Override
  public Path home() {
    return arguments.home();
  }

  @Override
  public int threads() {
    return arguments.threads();
  }

  @Override
  public Optional<Prepared> prepare(Catalog catalog, Folders folders) {
    Optional<RunBook> mine = RunBook.claim(catalog, folders, arguments.run(), arguments.since());
    if (mine.isEmpty()) {
      System.err.println("Run " + arguments.run() + " is not waiting for a process.");
      return Optional.empty();
    }
    book = mine.get();
    Run run = mine.get().run();
    return Optional.of(
        new Preparation(catalog, run.draft(), run.model()).prepare(mine.get().savedCheckpoints()));
  }

  @Override
  public Optional<RunBook> take(Catalog catalog, Folders folders) {
    return Optional.ofNullable(book);
  }

  @Override
  public boolean fail(Problem problem) {
    RunBook taken = book;
    if (taken != null) {
      taken.fail(problem);
    }
    return taken != null;
  }
}
