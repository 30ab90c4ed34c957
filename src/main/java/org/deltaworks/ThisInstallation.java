package org.deltaworks;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.deltaworks.cli.console.Installation;
import org.deltaworks.domain.problem.Problem;

/** This program as its command line sees it. */
final class ThisInstallation implements Installation {
  @Override
  public Open open(Optional<Path> home) {
    throw Problem.of(
            Problem.Kind.NOT_YET,
            "The workbench is not in this build yet.",
            "Use --help and --version for now.")
        .asException();
  }

  @Override
  public void tryWindow(Optional<Path> home) {
    throw Problem.of(
            Problem.Kind.NOT_YET, "The window is not in this build yet.", "Use the terminal.")
        .asException();
  }

  @Override
  public String version() {
    return "deltaworks "
        + Objects.requireNonNullElse(
            Main.class.getPackage().getImplementationVersion(), "development");
  }
}
