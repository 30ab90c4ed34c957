package org.deltaworks.cli.console;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** How arguments are read, the same for every command. */
public final class LineRules {
  private LineRules() {}

  /** Sets the rules on a command and on everything below it. */
  public static CommandLine applyTo(CommandLine line) {
    return line
        // A prompt may begin with @ or look like an option; nothing is guessed.
        .setExpandAtFiles(false)
        .setAllowOptionsAsOptionParameters(true)
        .setAbbreviatedOptionsAllowed(false)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
  }
}
