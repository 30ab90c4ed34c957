package org.deltaworks.worker.process;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.deltaworks.catalog.Catalog;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunStore;
import org.deltaworks.domain.training.TrainingEvent;
import org.deltaworks.platform.Folders;
import org.deltaworks.platform.ProcessIdentity;
import org.deltaworks.platform.ProcessMemory;

/** This process's run in the catalog: taken by it, written by it alone. */
final class RunBook {
  /** A wish is a write to the catalog; nobody notices a tenth of a second. */
  private static final long WISH_PACE = Duration.ofMillis(100).toNanos();

  private static final double MEBIBYTE = 1024.0 * 1024.0;

  private final Catalog catalog;
  private final Folders folders;
  private final Run run;
  private final Instant since;
  private final DiskUse disk;
  private Run.Facts facts;
  private final long claimed = System.nanoTime();
  private final double secondsBefore;
  private long rested;
  private boolean tested;
  private int step;
  private Optional<Double> evaluationLoss;
  private long nextLook = System.nanoTime();

  private RunBook(Catalog catalog, Folders folders, Run run, Instant since) {
    this.catalog = catalog;
    this.folders = folders;
    this.run = run;
    this.since = since;
    this.step = run.progress().step();
    this.facts = run.facts();
    this.disk = new DiskUse(checkpoints(), Math.round(facts.taken().diskBytes()));
    this.secondsBefore =
        facts.taken().seconds()
            + Math.max(0, Duration.between(since, Instant.now()).toNanos() / 1e9);
    this.evaluationLoss = run.progress().evaluationLoss();
  }

  /**
   * Takes a queued run.
   *
   * @param since when the command that asked for it was started
   * @return empty if another process has it or it is at rest
   */
  static Optional<RunBook> claim(Catalog catalog, Folders folders, long id, Instant since) {
    ProcessIdentity self = ProcessIdentity.own();
    if (!catalog.runs().claim(id, new Run.Owner(self.processId(), self.startedMillis()))) {
      return Optional.empty();
    }
    Run run = catalog.runs().get(id).orElseThrow();
    return Optional.of(new RunBook(catalog, folders, run, since));
  }

  Run run() {
    return run;
  }

  Catalog catalog() {
    return catalog;
  }

  Folders folders() {
    return folders;
  }

  /** Where the run's checkpoints lie. */
  Path checkpoints() {
    return folders.run(run.id()).resolve("checkpoints");
  }

  /** Folders of the checkpoints that the catalog knows, by steps done. */
  SortedMap<Integer, Path> savedCheckpoints() {
    SortedMap<Integer, Path> saved = new TreeMap<>();
    for (Run.Checkpoint checkpoint : catalog.runs().checkpoints(run.id())) {
      saved.put(checkpoint.step(), Path.of(checkpoint.folder()));
    }
    return saved;
  }

  /** Held-out loss of what will be published: of the best state, or the last one tested. */
  Optional<Double> evaluationLoss() {
    return evaluationLoss;
  }

  /** Steps done so far. */
  int step() {
    return step;
  }

  /** Writes down what happened. */
  void write(TrainingEvent event) {
    if (event instanceof TrainingEvent.Stepped stepped) {
      step = stepped.step();
    }
    catalog.runs().append(run.id(), event);
    switch (event) {
      case TrainingEvent.Started started ->
          put(facts.withNumbers(started.trainable(), started.total()));
      case TrainingEvent.Stepped first when facts.secondsToFirstStep() == 0 ->
          put(
              facts
                  .withSecondsToFirstStep(Duration.between(since, first.at()).toNanos() / 1e9)
                  .withTaken(taken()));
      case TrainingEvent.Adjusted ignored -> facts = facts.withCorrected(Optional.empty());
      case TrainingEvent.Saved ignored -> {
        disk.saved();
        putTaken();
      }
      case TrainingEvent.Chosen chosen -> evaluationLoss = Optional.of(chosen.loss());
      case TrainingEvent.Evaluated evaluated -> {
        evaluationLoss = Optional.of(evaluated.loss());
        tested = true;
        putTaken();
      }
      default -> {}
    }
  }

  /** Writes a line of the log. */
  void note(String message) {
    write(new TrainingEvent.Noted(Instant.now(), message));
  }

  /** Writes down what the run will take, unless something was promised before. */
  void promise(Supplier<Run.Footprint> said) {
    if (facts.promised().isEmpty()) {
      facts = facts.withPromised(said.get());
      catalog.runs().promise(run.id(), facts.promised().orElseThrow());
    }
  }

  /** Whether the promise was corrected for the settings in force. */
  boolean corrected() {
    return facts.corrected().isPresent();
  }

  /** Whether the held-out rows were tested by this process. */
  boolean tested() {
    return tested;
  }

  /** Writes down what the run will take as is known now. */
  void correct(Run.Footprint said) {
    put(facts.withCorrected(Optional.of(said)).withTaken(taken()));
  }

  /** Writes down what the run has taken so far. */
  void putTaken() {
    put(facts.withTaken(taken()));
  }

  /** What the run made lies there now. */
  void published(Path result) {
    disk.published(result);
  }

  /** The run stood still for so long. */
  void rested(long nanos) {
    rested += nanos;
  }

  /** What the run has taken so far, by its earlier processes too. */
  Run.Footprint taken() {
    double peak = ProcessMemory.peakResident(ProcessHandle.current().pid()).orElse(0) / MEBIBYTE;
    // On Linux and macOS this clock stands still while the machine sleeps.
    double seconds = (System.nanoTime() - claimed - rested) / 1e9;
    return new Run.Footprint(
        Math.max(run.facts().taken().megabytes(), peak),
        secondsBefore + seconds,
        disk.most() / MEBIBYTE);
  }

  /** Writes down that the run failed. */
  void fail(Problem problem) {
    putTaken();
    write(new TrainingEvent.Failed(Instant.now(), step, problem));
  }

  /** The wish that was left, if one may have been. */
  Optional<RunStore.Wish> takeWish() {
    long now = System.nanoTime();
    if (now < nextLook) {
      return Optional.empty();
    }
    nextLook = now + WISH_PACE;
    return catalog.runs().takeWish(run.id());
  }

  private void put(Run.Facts next) {
    facts = next;
    catalog.runs().putFacts(run.id(), next);
  }
}
