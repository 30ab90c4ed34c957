package org.deltaworks.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** A command of the contract that this build does not have: says so, with exit code 2. */
@Command(description = "Not in this build yet.")
public final class NotYetCommand implements Callable<Integer> {
  private final String instead;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(hidden = true, arity = "0..*")
  private List<String> parameters = List.of();

  @Unmatched private List<String> rest = new ArrayList<>();

  /**
   * One that is missing.
   *
   * @param instead what to do now
   */
  public NotYetCommand(String instead) {
    this.instead = instead;
  }

  @Override
  public Integer call() {
    String name = Objects.requireNonNull(spec).qualifiedName();
    throw NotYet.problem("The command \"%s\"".formatted(name), instead);
  }
}
