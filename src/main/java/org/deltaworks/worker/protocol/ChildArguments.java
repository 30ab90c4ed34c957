package org.deltaworks.worker.protocol;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The arguments of child processes, after the main class. Every one carries the home folder. */
public sealed interface ChildArguments {
  /** First argument of every child. */
  String WORKER = "worker";

  /** The home folder. */
  Path home();

  /** As they stand in the command. */
  List<String> arguments();

  /**
   * Train a queued run.
   *
   * @param run its key in the catalog
   * @param threads threads of the engine, 0 for its choice; known here, so that libtorch can be
   *     loaded before the catalog is open
   * @param since when the command that asked for it was started, for the time to the first step
   */
  record Train(Path home, long run, int threads, Instant since) implements ChildArguments {
    @Override
    public List<String> arguments() {
      return List.of(
          WORKER,
          "train",
          "--home",
          home.toString(),
          "--run",
          Long.toString(run),
          "--threads",
          Integer.toString(threads),
          "--since",
          Long.toString(since.toEpochMilli()));
    }
  }

  /**
   * Answer requests until the socket is closed.
   *
   * @param socket Unix domain socket to connect to
   * @param threads as for training
   */
  record Answer(Path home, Path socket, int threads) implements ChildArguments {
    @Override
    public List<String> arguments() {
      return List.of(
          WORKER,
          "answer",
          "--home",
          home.toString(),
          "--socket",
          socket.toString(),
          "--threads",
          Integer.toString(threads));
    }
  }

  /**
   * Reads them back.
   *
   * @throws IllegalArgumentException if they are none
   */
  static ChildArguments parse(List<String> arguments) {
    if (arguments.size() < 2 || !arguments.getFirst().equals(WORKER)) {
      throw new IllegalArgumentException("not a worker: " + arguments);
    }
    Path home = Path.of(value(arguments, "--home"));
    int threads = Integer.parseInt(value(arguments, "--threads"));
    return switch (arguments.get(1)) {
      case "train" ->
          new Train(
              home,
              Long.parseLong(value(arguments, "--run")),
              threads,
              Instant.ofEpochMilli(Long.parseLong(value(arguments, "--since"))));
      case "answer" -> new Answer(home, Path.of(value(arguments, "--socket")), threads);
      default -> throw new IllegalArgumentException("no such worker: " + arguments.get(1));
    };
  }

  private static String value(List<String> arguments, String option) {
    int at = arguments.indexOf(option);
    if (at < 0 || at + 1 >= arguments.size()) {
      throw new IllegalArgumentException(option + " is missing: " + arguments);
    }
    return arguments.get(at + 1);
  }
}
