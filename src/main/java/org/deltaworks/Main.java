package org.deltaworks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deltaworks.app.Desktop;
import org.deltaworks.app.QueueOfHome;
import org.deltaworks.cli.CommandProgram;
import org.deltaworks.cli.console.Terminal;
import org.deltaworks.worker.process.Worker;

/** The one entry point: window, command line or worker, chosen by the arguments. */
public final class Main {
  private static final String WORKER = "worker";
  private static final String HOME = "--home";

  private Main() {}

  /** Starts what the arguments ask for; each way loads only the classes it needs. */
  public static void main(String[] arguments) {
    List<String> words = List.of(arguments);
    System.exit(run(words));
  }

  private static int run(List<String> words) {
    if (!words.isEmpty() && words.getFirst().equals(WORKER)) {
      return Worker.run(words, new QueueOfHome());
    }
    if (words.isEmpty() || words.size() == 2 && words.getFirst().equals(HOME)) {
      return window(words);
    }
    return new CommandProgram(Terminal.ofThisProcess(), new ThisInstallation()).run(words);
  }

  /** Where nothing can be shown, the main job runs in the terminal instead. */
  private static int window(List<String> words) {
    if (!Desktop.possible()) {
      System.err.println("There is no display here, so the demo runs in the terminal instead.");
      List<String> demo = new ArrayList<>(List.of("demo", "--headless"));
      demo.addAll(words);
      return run(demo);
    }
    Optional<Path> home =
        words.isEmpty() ? Optional.empty() : Optional.of(Path.of(words.getLast()));
    return Desktop.run(home);
  }
}
