package org.deltaworks.worker.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunProposal;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.Trainer;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.platform.AtomicFiles;
import org.deltaworks.platform.Folders;
import org.deltaworks.platform.MemoryKills;
import org.deltaworks.platform.ProcessIdentity;
import org.deltaworks.worker.protocol.ChildArguments;
import org.deltaworks.worker.protocol.Refusal;

/**
 * One process for each run. Which one works on a run that is still queued stands in a file of the
 * run's folder, so that another window or command sees it too.
 */
public final class TrainingProcesses implements Trainer {
  /** Between writing a run down and starting its process there is a moment without either. */
  private static final Duration GRACE = Duration.ofSeconds(3);

  /** Exit code of a process that was killed by signal 9. */
  private static final String KILLED = "137";

  private final Folders folders;
  private final ChildCommand command;
  private final MemoryKills kills;

  /** Starts children with this command. */
  public TrainingProcesses(Folders folders, ChildCommand command) {
    this(folders, command, new MemoryKills());
  }

  /**
   * Starts children with this command.
   *
   * @param kills tells how often the system has killed for want of memory
   */
  public TrainingProcesses(Folders folders, ChildCommand command, MemoryKills kills) {
    this.folders = folders;
    this.command = command;
    this.kills = kills;
  }

  @Override
  public Beginning begin(RunProposal proposal, Instant since) {
    long asker = ProcessHandle.current().pid();
    int threads = threads(proposal.draft());
    return start(
        proposal.id(), new ChildArguments.Begin(folders.home(), proposal, threads, since, asker));
  }

  @Override
  public Beginning enqueue(RunProposal proposal, Optional<Instant> notBefore) {
    long asker = ProcessHandle.current().pid();
    return start(
        proposal.id(), new ChildArguments.Wait(folders.home(), proposal, notBefore, asker));
  }

  @Override
  public void launch(Run run, Instant since) {
    start(
        run.id(), new ChildArguments.Train(folders.home(), run.id(), threads(run.draft()), since));
  }

  private Started start(long run, ChildArguments arguments) {
    Process process = command.start(arguments, log(run));
    ProcessIdentity identity = ProcessIdentity.of(process.toHandle());
    try {
      forgetEnd(run);
      write(run, identity);
    } catch (RuntimeException e) {
      // Nobody could find it: on a full disk, or where its start was cancelled.
      process.destroyForcibly().onExit().join();
      throw e;
    }
    return new Started(
        run,
        process,
        process.onExit().thenAccept(ended -> writeExit(run, identity, ended.exitValue())));
  }

  /** How an earlier process ended is not how this one will, and its kill is counted already. */
  private void forgetEnd(long run) {
    if (Files.exists(exit(run))) {
      AtomicFiles.writeText(exit(run), "");
    }
    AtomicFiles.writeText(killsBefore(run), Long.toString(kills.count().orElse(Long.MAX_VALUE)));
  }

  private void write(long run, ProcessIdentity identity) {
    AtomicFiles.writeText(
        ticket(run), identity.processId() + " " + identity.startedMillis() + "\n");
  }

  @Override
  public void announce(Run run) {
    AtomicFiles.ensureFolder(folders.run(run.id()));
    write(run.id(), ProcessIdentity.own());
  }

  @Override
  public boolean starved(Run run) {
    boolean maybeKilled = read(exit(run.id())).map(KILLED::equals).orElse(true);
    long before = read(killsBefore(run.id())).map(Long::parseLong).orElse(Long.MAX_VALUE);
    return maybeKilled && kills.count().orElse(0) > before;
  }

  /**
   * A process that was just started.
   *
   * @param end done when it has ended and how it ended is written
   */
  private final class Started implements Beginning {
    private final long run;
    private final Process process;
    private final CompletableFuture<Void> end;

    Started(long run, Process process, CompletableFuture<Void> end) {
      this.run = run;
      this.process = process;
      this.end = end;
    }

    @Override
    public boolean isAlive() {
      return !end.isDone();
    }

    @Override
    public Problem refusal() {
      return Refusal.read(folders.run(run)).orElseGet(this::death);
    }

    private Problem death() {
      return Problem.of(
          Problem.Kind.WORKER_DIED,
          "The process that was to train ended before it had read model and data."
              + words(run).map(w -> " Its last words: " + w).orElse(""),
          "Start it again; if memory is short, close other programs first.");
    }

    @Override
    public void cancel() {
      process.destroyForcibly();
      end.handle((done, thrown) -> done).join();
    }
  }

  @Override
  public boolean isAlive(Run run) {
    if (run.state() == RunState.QUEUED) {
      return ticketOf(run.id())
          .map(ProcessIdentity::isAlive)
          .orElseGet(() -> run.created().plus(GRACE).isAfter(Instant.now()));
    }
    return run.owner()
        .map(o -> new ProcessIdentity(o.processId(), o.startedMillis()).isAlive())
        .orElse(false);
  }

  @Override
  public Optional<String> lastWords(Run run) {
    return words(run.id());
  }

  private Optional<String> words(long run) {
    Optional<String> words = LastWords.of(log(run));
    Optional<String> exit = read(exit(run)).map(TrainingProcesses::explained);
    return exit.isPresent() && words.isPresent()
        ? Optional.of(exit.get() + " / " + words.get())
        : exit.or(() -> words);
  }

  @Override
  public void kill(Run run) {
    run.owner()
        .map(o -> new ProcessIdentity(o.processId(), o.startedMillis()))
        .or(() -> ticketOf(run.id()))
        .flatMap(ProcessIdentity::handle)
        .ifPresent(ProcessHandle::destroyForcibly);
  }

  private Path log(long run) {
    return folders.run(run).resolve("worker.log");
  }

  private Path ticket(long run) {
    return folders.run(run).resolve("process");
  }

  private Path killsBefore(long run) {
    return folders.run(run).resolve("memory-kills");
  }

  private Path exit(long run) {
    return folders.run(run).resolve("exit");
  }

  private void writeExit(long run, ProcessIdentity who, int code) {
    if (code != 0 && ticketOf(run).map(who::equals).orElse(false)) {
      AtomicFiles.writeText(exit(run), Integer.toString(code));
    }
  }

  private static String explained(String code) {
    return switch (code) {
      case KILLED -> "it was killed from outside (signal 9), often because memory ran out";
      case "143" -> "it was asked to end by the system (signal 15)";
      case "134", "139" -> "it crashed (exit code %s)".formatted(code);
      default -> "exit code " + code;
    };
  }

  private Optional<ProcessIdentity> ticketOf(long run) {
    return read(ticket(run))
        .map(text -> text.split(" ", -1))
        .filter(parts -> parts.length == 2)
        .map(parts -> new ProcessIdentity(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
  }

  private static Optional<String> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static int threads(TrainingDraft draft) {
    try {
      return Math.max(0, Integer.parseInt(draft.text(Setting.THREADS)));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
