package org.deltaworks.cli.console;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every command; they may stand before or after its name. */
public final class CommonOptions {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Folder of catalog, adapters and logs. Else DELTAWORKS_HOME decides.")
  private Optional<Path> home = Optional.empty();

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print one JSON object as the last line.")
  private boolean json;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print where in the program a failure came from.")
  private boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  /** What {@code --home} says. */
  public Optional<Path> home() {
    return home;
  }

  /** Whether the result is wanted as JSON. */
  public boolean json() {
    return json;
  }

  /** Whether a failure is to be printed with its stack trace. */
  public boolean debug() {
    return debug;
  }

  /** Whether help was asked for. */
  public boolean help() {
    return help;
  }
}
