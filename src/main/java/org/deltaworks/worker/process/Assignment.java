package org.deltaworks.worker.process;

import java.nio.file.Path;
import java.util.Optional;
import org.deltaworks.catalog.Catalog;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.platform.Folders;

/** How a run comes to its process, and where it is told when it cannot be trained. */
sealed interface Assignment permits ProposedRun, QueuedRun {
  /** The home folder. */
  Path home();

  /** Threads of the engine, 0 for its choice. */
  int threads();

  /**
   * Reads what the run needs, on a thread beside the one that loads the engine.
   *
   * @return empty if the run is not for this process
   * @throws org.deltaworks.domain.problem.ProblemException if it cannot be trained
   */
  Optional<Prepared> prepare(Catalog catalog, Folders folders);

  /**
   * The run in the catalog, from here on this process's own; after {@link #prepare} and once the
   * engine is loaded.
   *
   * @return empty if the run is not for this process
   */
  Optional<RunBook> take(Catalog catalog, Folders folders);

  /** Tells why nothing came of it; says whether there was a place to tell it. */
  boolean fail(Problem problem);
}
