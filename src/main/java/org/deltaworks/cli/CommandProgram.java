package org.deltaworks.cli;

import java.util.List;
import org.deltaworks.cli.console.CommonOptions;
import org.deltaworks.cli.console.Failures;
import org.deltaworks.cli.console.Installation;
import org.deltaworks.cli.console.LineRules;
import org.deltaworks.cli.console.Session;
import org.deltaworks.cli.console.Terminal;
import picocli.CommandLine;

/** The command line as a whole: reads arguments, runs a command, answers with an exit code. */
public final class CommandProgram {
  private final Terminal terminal;
  private final Installation installation;

  /** Writes to this terminal and works with this installation. */
  public CommandProgram(Terminal terminal, Installation installation) {
    this.terminal = terminal;
    this.installation = installation;
  }

  /**
   * Runs one command.
   *
   * @return 0 done, 1 failed, 2 wrong usage
   */
  public int run(List<String> words) {
    // An installed image is asked this way, as programs with a window are.
    List<String> arguments =
        words.stream().map(word -> word.equals("--self-test") ? "self-test" : word).toList();
    if (arguments.equals(List.of("--version"))) {
      // Asked often by scripts: answered without reading a single command.
      terminal.out().println(installation.version());
      return 0;
    }
    Deltaworks root = new Deltaworks();
    CommonOptions common = root.common();
    Failures failures = new Failures(common, terminal);
    CommandLine line = new CommandLine(root);
    new CommandTree(new Session(common, terminal, installation)).growOn(line, arguments);
    line.getCommandSpec().versionProvider(() -> new String[] {installation.version()});
    LineRules.applyTo(line);
    line.setOut(new java.io.PrintWriter(terminal.out(), true));
    line.setErr(new java.io.PrintWriter(terminal.err(), true));
    line.setParameterExceptionHandler(failures::wrongUsage);
    line.setExecutionExceptionHandler((thrown, command, parsed) -> failures.failed(thrown));
    try {
      return line.execute(arguments.toArray(String[]::new));
    } catch (StackOverflowError | OutOfMemoryError thrown) {
      return failures.failed(thrown);
    }
  }
}
