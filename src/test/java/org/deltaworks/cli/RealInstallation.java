package org.deltaworks.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.deltaworks.app.Composition;
import org.deltaworks.cli.console.Installation;
import org.deltaworks.service.Workbench;

/** The real thing over a home folder of the test's own: catalog, child processes, everything. */
record RealInstallation(Path home) implements Installation {
  @Override
  public Open open(Optional<Path> asked) {
    Composition composition = Composition.open(Optional.of(asked.orElse(home)));
    return new Open() {
      @Override
      public Workbench workbench() {
        return composition.workbench();
      }

      @Override
      public void close() {
        composition.close();
      }
    };
  }

  @Override
  public void tryWindow(Optional<Path> asked) {
    throw new IllegalStateException("this test has no window");
  }

  @Override
  public String version() {
    return "deltaworks test";
  }

  /** Runs a command with {@code --json}. */
  Call call(String... arguments) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = "--json";
    return Call.of(this, all);
  }
}
