package org.deltaworks.cli.console;

import java.nio.file.Path;
import java.util.Optional;
import org.deltaworks.service.Workbench;

/** What the program is made of around the commands; the composition root gives it. */
public interface Installation {
  /** A workbench that is open until it is closed. */
  interface Open extends AutoCloseable {
    /** Every use case. */
    Workbench workbench();

    @Override
    void close();
  }

  /**
   * Opens the catalog of a home folder.
   *
   * @param home what {@code --home} says
   * @throws org.deltaworks.domain.problem.ProblemException if it cannot be opened
   */
  Open open(Optional<Path> home);

  /**
   * Opens the window out of sight and closes it again: what a self-test asks.
   *
   * @throws Exception if it cannot be shown
   */
  void tryWindow(Optional<Path> home) throws Exception;

  /** The program's version. */
  String version();
}
