package org.deltaworks;

import java.nio.file.Path;
import java.util.Optional;
import org.deltaworks.app.Composition;
import org.deltaworks.app.Desktop;
import org.deltaworks.cli.console.Installation;
import org.deltaworks.platform.ProgramVersion;
import org.deltaworks.service.Workbench;

/** This program as its command line sees it. */
final class ThisInstallation implements Installation {
  @Override
  public Open open(Optional<Path> home) {
    return new Opened(Composition.open(home));
  }

  @Override
  public void tryWindow(Optional<Path> home) throws Exception {
    try (Composition composition = Composition.open(home)) {
      Desktop.tryOut(composition.workbench());
    }
  }

  @Override
  public String version() {
    return "deltaworks " + ProgramVersion.text();
  }

  private record Opened(Composition composition) implements Open {
    @Override
    public Workbench workbench() {
      return composition.workbench();
    }

    @Override
    public void close() {
      composition.close();
    }
  }
}
