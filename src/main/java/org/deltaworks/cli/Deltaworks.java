package org.deltaworks.cli;

import java.util.concurrent.Callable;
import org.deltaworks.cli.console.CommonOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command above all commands: it only knows what it is called and what all have in common. */
@Command(
    name = "deltaworks",
    description = "Teaches language models something new, with LoRA, on this computer.",
    footer = {
      "",
      "Without a command the window opens.",
      "A model or adapter is named by its name in the catalog or by its folder."
    })
final class Deltaworks implements Callable<Integer> {
  @Mixin private final CommonOptions common = new CommonOptions();

  @Option(names = "--version", versionHelp = true, description = "Show the version.")
  private boolean version;

  @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

  CommonOptions common() {
    return common;
  }

  @Override
  public Integer call() {
    CommandLine line = java.util.Objects.requireNonNull(spec).commandLine();
    throw new ParameterException(line, "No command was given");
  }
}
