package org.deltaworks.worker.protocol;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.deltaworks.domain.training.RunProposal;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;

/** The arguments of child processes, after the main class. Every one carries the home folder. */
public sealed interface ChildArguments {
  /** First argument of every child. */
  String WORKER = "worker";

  /** Before name, base and settings of a proposed run. */
  String PROPOSAL = "--proposal";

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
   * Read what a proposed run needs; then write the run down and train it.
   *
   * @param threads as for {@link Train}
   * @param since as for {@link Train}
   * @param asker process that waits for the verdict: when it is gone, nobody wants the run any more
   */
  record Begin(Path home, RunProposal proposal, int threads, Instant since, long asker)
      implements ChildArguments {
    @Override
    public List<String> arguments() {
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  WORKER,
                  "begin",
                  "--home",
                  home.toString(),
                  "--run",
                  Long.toString(proposal.id()),
                  "--threads",
                  Integer.toString(threads),
                  "--since",
                  Long.toString(since.toEpochMilli()),
                  "--asker",
                  Long.toString(asker),
                  PROPOSAL,
                  proposal.name(),
                  proposal.model()));
      proposal
          .draft()
          .said()
          .forEach(
              (setting, texts) -> texts.forEach(t -> arguments.add(setting.option() + "=" + t)));
      return List.copyOf(arguments);
    }

    private static Begin parse(List<String> arguments, Path home, int threads) {
      // What a person wrote comes last, so that no name can look like an option.
      int at = arguments.indexOf(PROPOSAL);
      List<String> said = arguments.subList(at + 3, arguments.size());
      RunProposal proposal =
          new RunProposal(
              Long.parseLong(value(arguments, "--run")),
              arguments.get(at + 1),
              draft(said),
              arguments.get(at + 2));
      return new Begin(
          home,
          proposal,
          threads,
          startedAt(arguments),
          Long.parseLong(value(arguments, "--asker")));
    }

    private static TrainingDraft draft(List<String> said) {
      Map<Setting, List<String>> values = new EnumMap<>(Setting.class);
      for (String pair : said) {
        int equals = pair.indexOf('=');
        Setting setting =
            Setting.of(pair.substring(0, Math.max(0, equals)))
                .orElseThrow(() -> new IllegalArgumentException("no such setting: " + pair));
        values.computeIfAbsent(setting, s -> new ArrayList<>()).add(pair.substring(equals + 1));
      }
      return TrainingDraft.of(values);
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
          new Train(home, Long.parseLong(value(arguments, "--run")), threads, startedAt(arguments));
      case "begin" -> Begin.parse(arguments, home, threads);
      case "answer" -> new Answer(home, Path.of(value(arguments, "--socket")), threads);
      default -> throw new IllegalArgumentException("no such worker: " + arguments.get(1));
    };
  }

  private static Instant startedAt(List<String> arguments) {
    return Instant.ofEpochMilli(Long.parseLong(value(arguments, "--since")));
  }

  private static String value(List<String> arguments, String option) {
    int at = arguments.indexOf(option);
    if (at < 0 || at + 1 >= arguments.size()) {
      throw new IllegalArgumentException(option + " is missing: " + arguments);
    }
    return arguments.get(at + 1);
  }
}
