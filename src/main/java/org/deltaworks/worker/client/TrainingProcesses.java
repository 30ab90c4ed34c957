package org.deltaworks.worker.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.Trainer;
import org.deltaworks.platform.AtomicFiles;
import org.deltaworks.platform.Folders;
import org.deltaworks.platform.ProcessIdentity;
import org.deltaworks.worker.protocol.ChildArguments;

/**
 * One process for each run. Which one works on a run that is still queued stands in a file of the
 * run's folder, so that another window or command sees it too.
 */
public final class TrainingProcesses implements Trainer {
  /** Between writing a run down and starting its process there is a moment without either. */
  private static final Duration GRACE = Duration.ofSeconds(3);

  private final Folders folders;
  private final ChildCommand command;

  /** Starts children with this command. */
  public TrainingProcesses(Folders folders, ChildCommand command) {
    this.folders = folders;
    this.command = command;
  }

  @Override
  public void launch(Run run, Instant since) {
    Process process =
        command.start(
            new ChildArguments.Train(folders.home(), run.id(), threads(run), since), log(run.id()));
    ProcessIdentity identity = ProcessIdentity.of(process.toHandle());
    AtomicFiles.writeText(
        ticket(run.id()), identity.processId() + " " + identity.startedMillis() + "\n");
    process.onExit().thenAccept(ended -> writeExit(run.id(), identity, ended.exitValue()));
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
    Optional<String> words = LastWords.of(log(run.id()));
    Optional<String> exit = read(exit(run.id())).map(TrainingProcesses::explained);
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
      case "137" -> "it was killed from outside (signal 9), often because memory ran out";
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
      return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static int threads(Run run) {
    try {
      return Math.max(0, Integer.parseInt(run.draft().text(Setting.THREADS)));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
