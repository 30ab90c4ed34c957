package org.deltaworks.worker.protocol;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                  Long.toString(asker)));
      arguments.addAll(words(proposal));
      return List.copyOf(arguments);
    }
  }

  /**
   * Read what a proposed run needs, write it down as waiting, and end.
   *
   * @param notBefore when it may start at the earliest
   * @param asker as for {@link Begin}
   */
  record Wait(Path home, RunProposal proposal, Optional<Instant> notBefore, long asker)
      implements ChildArguments {
    @Override
    public List<String> arguments() {
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  WORKER,
                  "wait",
                  "--home",
                  home.toString(),
                  "--run",
                  Long.toString(proposal.id()),
                  "--asker",
                  Long.toString(asker),
                  "--not-before",
                  Long.toString(notBefore.map(Instant::toEpochMilli).orElse(0L))));
      arguments.addAll(words(proposal));
      return List.copyOf(arguments);
    }
  }

  /** Start the runs that wait, one after another, until none is left. */
  record Keep(Path home) implements ChildArguments {
    @Override
    public List<String> arguments() {
      return List.of(WORKER, "keep", "--home", home.toString());
    }
  }

  /** What a person wrote comes last, so that no name can look like an option. */
  private static List<String> words(RunProposal proposal) {
    List<String> words = new ArrayList<>(List.of(PROPOSAL, proposal.name(), proposal.model()));
    proposal
        .draft()
        .said()
        .forEach((setting, texts) -> texts.forEach(t -> words.add(setting.option() + "=" + t)));
    return words;
  }

  private static RunProposal proposal(List<String> arguments) {
    int at = arguments.indexOf(PROPOSAL);
    return new RunProposal(
        run(arguments),
        arguments.get(at + 1),
        draft(arguments.subList(at + 3, arguments.size())),
        arguments.get(at + 2));
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
    return switch (arguments.get(1)) {
      case "train" ->
          new Train(home, run(arguments), threads(arguments), millis(arguments, "--since"));
      case "begin" ->
          new Begin(
              home,
              proposal(arguments),
              threads(arguments),
              millis(arguments, "--since"),
              asker(arguments));
      case "wait" ->
          new Wait(
              home,
              proposal(arguments),
              Optional.of(millis(arguments, "--not-before"))
                  .filter(time -> time.isAfter(Instant.EPOCH)),
              asker(arguments));
      case "keep" -> new Keep(home);
      case "answer" -> new Answer(home, Path.of(value(arguments, "--socket")), threads(arguments));
      default -> throw new IllegalArgumentException("no such worker: " + arguments.get(1));
    };
  }

  private static long run(List<String> arguments) {
    return Long.parseLong(value(arguments, "--run"));
  }

  private static long asker(List<String> arguments) {
    return Long.parseLong(value(arguments, "--asker"));
  }

  private static int threads(List<String> arguments) {
    return Integer.parseInt(value(arguments, "--threads"));
  }

  private static Instant millis(List<String> arguments, String option) {
    return Instant.ofEpochMilli(Long.parseLong(value(arguments, option)));
  }

  private static String value(List<String> arguments, String option) {
    int at = arguments.indexOf(option);
    if (at < 0 || at + 1 >= arguments.size()) {
      throw new IllegalArgumentException(option + " is missing: " + arguments);
    }
    return arguments.get(at + 1);
  }
}
