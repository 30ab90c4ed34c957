package org.deltaworks.cli.console;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The one place that tells failures: a line on standard error that says what happened, why and what
 * to do; with {@code --json} an object as well; a stack trace only with {@code --debug}.
 */
public final class Failures {
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private final CommonOptions options;
  private final Terminal terminal;

  /** Tells failures of a call. */
  public Failures(CommonOptions options, Terminal terminal) {
    this.options = options;
    this.terminal = terminal;
  }

  /** Tells that the command line was not understood; gives exit code 2. */
  public int wrongUsage(ParameterException thrown, String[] arguments) {
    CommandLine command = thrown.getCommandLine();
    Problem problem =
        Problem.of(
            Problem.Kind.WRONG_USAGE,
            sentence(
                Objects.requireNonNullElse(thrown.getMessage(), "The command was not understood")),
            "See \"%s --help\".".formatted(command.getCommandSpec().qualifiedName()));
    boolean json = options.json() || Arrays.asList(arguments).contains("--json");
    boolean debug = options.debug() || Arrays.asList(arguments).contains("--debug");
    return tell(problem, thrown, json, debug);
  }

  /** Tells what a command threw; gives its exit code. */
  public int failed(Throwable thrown) {
    return tell(problemOf(thrown), thrown, options.json(), options.debug());
  }

  /** The exit code of a problem: wrong usage, or what this build does not have, is 2. */
  public static int exitOf(Problem problem) {
    return switch (problem.kind()) {
      case WRONG_USAGE, NOT_YET -> WRONG_USAGE;
      default -> FAILED;
    };
  }

  /** A problem as scripts read it. */
  public static Map<String, ?> facts(Problem problem) {
    return new Facts()
        .with("kind", problem.kind().code())
        .with("message", problem.message())
        .with("remedy", problem.remedy())
        .with("option", problem.field().map(field -> "--" + field))
        .map();
  }

  /** What is told for something that was thrown; what nobody foresaw is a defect of ours. */
  public static Problem problemOf(Throwable thrown) {
    return switch (thrown) {
      case ProblemException known -> known.problem();
      case InterruptedException ignored ->
          Problem.of(
              Problem.Kind.CONFLICT,
              "The command was interrupted.",
              "Run it again to have it done to its end.");
      case OutOfMemoryError ignored ->
          Problem.of(
              Problem.Kind.OUT_OF_MEMORY,
              "This program ran out of memory.",
              "Close other programs, or give it less at a time.");
      default ->
          Problem.of(
              Problem.Kind.DEFECT,
              "Deltaworks has a defect: %s.".formatted(described(thrown)),
              "Run the command again with --debug and report what it prints.");
    };
  }

  private int tell(Problem problem, Throwable thrown, boolean json, boolean debug) {
    if (debug) {
      thrown.printStackTrace(terminal.err());
    }
    terminal.note(oneLine("deltaworks: " + problem.line()));
    if (json) {
      terminal.out().println(Json.line(Map.of("error", facts(problem))));
      terminal.out().flush();
    }
    return exitOf(problem);
  }

  private static String described(Throwable thrown) {
    String message = thrown.getMessage();
    return thrown.getClass().getSimpleName()
        + (message == null || message.isBlank() ? "" : ", " + oneLine(message));
  }

  private static String sentence(String message) {
    String line = oneLine(message).strip().replaceFirst("^Error: ", "");
    return line.endsWith(".") || line.endsWith("?") ? line : line + ".";
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
