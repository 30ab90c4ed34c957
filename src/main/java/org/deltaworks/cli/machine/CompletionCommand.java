package org.deltaworks.cli.machine;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.deltaworks.cli.console.Facts;
import org.deltaworks.cli.console.Result;
import org.deltaworks.cli.console.Session;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The script with which a shell completes commands and options. */
@Command(
    name = "completion",
    description = "Prints a script that lets bash or zsh complete commands and options.",
    footer = {"", "To use it now: source <(deltaworks completion)"})
public final class CompletionCommand implements Callable<Integer> {
  private final Session session;

  @Spec private @Nullable CommandSpec spec;

  /** For one call. */
  public CompletionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    CommandSpec root = Objects.requireNonNull(spec).root();
    String script = AutoComplete.bash(root.name(), root.commandLine());
    return session.tell(Result.of(new Facts().with("script", script).map(), script));
  }
}
