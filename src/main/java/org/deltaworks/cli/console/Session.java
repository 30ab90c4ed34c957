package org.deltaworks.cli.console;

import java.util.Map;
import org.deltaworks.service.Workbench;

/**
 * One call of the command line: its common options, its streams, and the workbench, opened only
 * when a command needs it.
 */
public final class Session {
  private final CommonOptions options;
  private final Terminal terminal;
  private final Installation installation;

  /** Something a command does with the workbench. */
  @FunctionalInterface
  public interface Action {
    /** Does it; what goes wrong is told by the one place that tells failures. */
    Result on(Workbench bench) throws Exception;
  }

  /** A call with these options. */
  public Session(CommonOptions options, Terminal terminal, Installation installation) {
    this.options = options;
    this.terminal = terminal;
    this.installation = installation;
  }

  /** Its common options. */
  public CommonOptions options() {
    return options;
  }

  /** Its streams. */
  public Terminal terminal() {
    return terminal;
  }

  /** What the program is made of around the commands. */
  public Installation installation() {
    return installation;
  }

  /**
   * Opens the workbench, does the work, tells the result and closes the workbench again.
   *
   * @return the exit code
   */
  public int run(Action action) throws Exception {
    Result result;
    try (Installation.Open open = installation.open(options.home())) {
      result = action.on(open.workbench());
    }
    return tell(result);
  }

  /** Tells a result, and the exit code that goes with it. */
  public int tell(Result result) {
    if (options.json()) {
      print(result.facts());
    } else {
      result.lines().forEach(terminal.out()::println);
    }
    terminal.out().flush();
    return result.exit();
  }

  private void print(Map<String, ?> facts) {
    terminal.out().println(Json.line(facts));
  }
}
