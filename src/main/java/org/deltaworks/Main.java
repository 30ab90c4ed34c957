package org.deltaworks;

import java.util.List;
import org.deltaworks.cli.CommandProgram;
import org.deltaworks.cli.console.Terminal;

/** The one entry point: window, command line or worker, chosen by the arguments. */
public final class Main {
  private Main() {}

  /** Starts what the arguments ask for; each way loads only the classes it needs. */
  public static void main(String[] arguments) {
    List<String> words = List.of(arguments);
    System.exit(run(words));
  }

  private static int run(List<String> words) {
    return new CommandProgram(Terminal.ofThisProcess(), new ThisInstallation()).run(words);
  }
}
