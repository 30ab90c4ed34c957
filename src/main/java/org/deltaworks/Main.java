package org.deltaworks;

import java.util.List;
import org.deltaworks.cli.CommandProgram;
import org.deltaworks.cli.console.Terminal;
import org.deltaworks.worker.process.Worker;

/** The one entry point: window, command line or worker, chosen by the arguments. */
public final class Main {
  private static final String WORKER = "worker";

  private Main() {}

  /** Starts what the arguments ask for; each way loads only the classes it needs. */
  public static void main(String[] arguments) {
    List<String> words = List.of(arguments);
    System.exit(run(words));
  }

  private static int run(List<String> words) {
    if (!words.isEmpty() && words.getFirst().equals(WORKER)) {
      return Worker.run(words);
    }
    return new CommandProgram(Terminal.ofThisProcess(), new ThisInstallation()).run(words);
  }
}
