package org.deltaworks.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.deltaworks.cli.console.Installation;

/** For calls that must end before anything is opened. */
final class NothingInstalled implements Installation {
  @Override
  public Open open(Optional<Path> home) {
    throw new AssertionError("this call must not open the catalog");
  }

  @Override
  public void tryWindow(Optional<Path> home) {
    throw new AssertionError("this call must not open a window");
  }

  @Override
  public String version() {
    return "deltaworks test";
  }
}
