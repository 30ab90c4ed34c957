package org.deltaworks.cli.console;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only gathers others, such as {@code runs}: alone it is wrong usage. */
public abstract class Group implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public final Integer call() {
    CommandSpec own = Objects.requireNonNull(spec);
    throw new ParameterException(
        own.commandLine(),
        "\"%s\" needs one of %s after it"
            .formatted(own.name(), String.join(", ", own.subcommands().keySet())));
  }
}
