package org.deltaworks.worker.process;

import java.nio.file.Path;
import org.deltaworks.catalog.Catalog;
import org.deltaworks.platform.Folders;

/**
 * What children do for the queue. It takes the other side of the wall, the one that starts
 * processes; so whoever starts a child hands it in.
 */
public interface QueueDuty {
  /**
   * Starts what waits until nothing is left that could start by itself.
   *
   * @return exit status
   */
  int keep(Path home);

  /** A training is over: sees to it that somebody starts the next one. */
  void wake(Catalog catalog, Folders folders);
}
