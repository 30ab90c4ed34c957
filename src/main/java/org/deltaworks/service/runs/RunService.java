package org.deltaworks.service.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.Adjustment;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunProposal;
import org.deltaworks.domain.training.RunQueue;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.RunStore;
import org.deltaworks.domain.training.Trainer;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingEvent;
import org.deltaworks.service.task.Subscription;

/**
 * The book of runs: who looks here sees what the processes wrote, and dead ones are noticed at
 * once. Any thread but the window's.
 */
public final class RunService {
  private static final Duration PACE = Duration.ofMillis(250);

  private final RunStore store;
  private final Trainer trainer;
  private final DeadRuns dead;
  private final RunListing listing;
  private final Launching launching;
  private final RunFolders folders;
  private final Set<Long> hidden = ConcurrentHashMap.newKeySet();

  /** Over a catalog and the processes of runs. */
  public RunService(RunStore store, Trainer trainer, RunFolders folders) {
    this.store = store;
    this.trainer = trainer;
    this.folders = folders;
    this.launching = new Launching(store, trainer);
    this.dead = new DeadRuns(store, trainer, launching);
    this.listing = new RunListing(store, dead);
  }

  /**
   * Runs that have a process, or will in a moment: those that wait for their turn are not among.
   */
  public List<Run> active() {
    Set<Long> waiting =
        store.queue().waiting().stream()
            .filter(entry -> entry.starter().isEmpty())
            .map(RunQueue.Entry::run)
            .collect(Collectors.toSet());
    return store.standings().stream()
        .filter(standing -> !standing.state().atRest() && !waiting.contains(standing.id()))
        .flatMap(standing -> store.get(standing.id()).stream())
        .map(dead::settle)
        .filter(run -> !run.state().atRest())
        .toList();
  }

  /** All runs, newest first; those whose process died are told as failed. */
  public List<Run> list() {
    List<Run> all = listing.look();
    return hidden.isEmpty() ? all : all.stream().filter(r -> !hidden.contains(r.id())).toList();
  }

  /**
   * One by name.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if there is none
   */
  public Run find(String name) {
    return store
        .find(name)
        .filter(r -> !hidden.contains(r.id()))
        .map(dead::settle)
        .orElseThrow(
            () ->
                Problem.of(
                        Problem.Kind.NOT_FOUND,
                        "There is no run \"%s\".".formatted(name),
                        "Look at the list of runs for the right name.")
                    .asException());
  }

  /** One by key, as {@link #find}. */
  public Run get(long id) {
    return store.get(id).map(dead::settle).orElseThrow(RunService::gone);
  }

  /** The history of a run, with the points after a step only. */
  public Run.History history(long id, int afterStep) {
    return store.history(id, afterStep);
  }

  /** Checkpoints of a run that can still be gone back to, oldest first. */
  public List<Run.Checkpoint> checkpoints(long id) {
    return store.checkpoints(id);
  }

  /** The course of the loss of these runs in a few points each, for lists. */
  public Map<Long, List<Double>> sparklines(Collection<Long> ids) {
    return store.sparklines(ids);
  }

  /**
   * Tells how a run stands and goes on: first everything, then what is new, until it is at rest or
   * the subscription is closed.
   */
  public Subscription follow(long id, Consumer<RunUpdate> receiver) {
    return Follower.start("follow run " + id, PACE, new RunFollower(this, id, receiver));
  }

  /** Tells the whole list now and whenever it changed, until the subscription is closed. */
  public Subscription followAll(Consumer<List<Run>> receiver) {
    return Follower.start("follow runs", PACE, new ListFollower(this, receiver));
  }

  /** Asks a running run to save itself and rest; it can go on later. */
  public void pause(long id) {
    wish(id, RunStore.Wish.PAUSE);
  }

  /** Asks a running run for a checkpoint. */
  public void save(long id) {
    wish(id, RunStore.Wish.SAVE);
  }

  /**
   * Asks a run to end and keep what it has learnt. One that does not run yet, or rests, ends at
   * once.
   */
  public void stop(long id) {
    Run run = get(id);
    if (store.queue().cancel(id)) {
      return;
    }
    if (run.state() == RunState.RUNNING || run.state() == RunState.QUEUED) {
      store.wish(id, RunStore.Wish.STOP);
    } else if (!store.move(id, RunState.STOPPED)) {
      throw cannot(run, "stopped");
    }
  }

  /** Lets a run at rest go on from its last checkpoint, or from the start if it has none. */
  public Run resume(long id) {
    return resume(id, Instant.now());
  }

  /**
   * As {@link #resume(long)}.
   *
   * @param since when the command that asked for it was started
   */
  public Run resume(long id, Instant since) {
    Run run = get(id);
    if (run.state().mayBecome(RunState.QUEUED)) {
      trainer.announce(run);
    }
    if (!store.move(id, RunState.QUEUED)) {
      throw cannot(run, "resumed");
    }
    Run queued = store.get(id).orElseThrow(RunService::gone);
    launching.launch(queued, since);
    return queued;
  }

  /**
   * As {@link #resume(long)}, with a change.
   *
   * @throws ProblemException also if there is nothing left to change
   */
  public Run resume(long id, Adjustment change, Instant since) {
    change(id, change);
    return resume(id, since);
  }

  /** Changes the settings of a run at rest for when it goes on, and notes that. */
  void change(long id, Adjustment change) {
    Run run = get(id);
    TrainingDraft changed = change.of(run.draft()).orElseThrow(() -> nothingLeft(run));
    store.amend(id, changed);
    note(id, DraftChange.of(run.draft(), changed));
    if (change == Adjustment.HALF_RATE
        && run.problem().filter(RunService::isNoNumber).isPresent()) {
      goBackBeforeTheClimb(id);
    }
  }

  private static boolean isNoNumber(Problem problem) {
    return problem.kind() == Problem.Kind.NOT_FINITE;
  }

  private void goBackBeforeTheClimb(long id) {
    List<Run.Checkpoint> saved = checkpoints(id);
    BeforeTheClimb.find(history(id, 0).evaluations(), saved)
        .filter(before -> !before.checkpoint().equals(saved.getLast()))
        .ifPresent(
            before -> {
              int step = before.checkpoint().step();
              saved.stream().filter(late -> late.step() > step).forEach(late -> forget(id, late));
              note(
                  id,
                  String.format(
                      Locale.ROOT,
                      "The loss on held-out rows had climbed from %.2f to %.2f before it was no"
                          + " number, so the run goes on from step %d, where it was at its best.",
                      before.best(),
                      before.last(),
                      step));
            });
  }

  private void forget(long id, Run.Checkpoint checkpoint) {
    folders.remove(checkpoint);
    store.forgetCheckpoint(id, checkpoint.step());
  }

  private void note(long id, String words) {
    store.append(id, new TrainingEvent.Noted(Instant.now(), words));
  }

  private static RuntimeException nothingLeft(Run run) {
    return Problem.of(
            Problem.Kind.CONFLICT,
            "The run \"%s\" is as small as it can be already.".formatted(run.name()),
            "Shorten the longest row, or choose a smaller model.")
        .asException();
  }

  /**
   * Starts the process of a proposed run and waits until it has read what the run needs and written
   * the run down; it outlives this one from there on. Whoever waits may be interrupted.
   *
   * @param since when the command that asked for it was started
   * @throws ProblemException what keeps the run from being trained; then nothing of it is left
   */
  public Run begin(RunProposal proposal, Instant since) {
    return await(proposal, () -> trainer.begin(proposal, since));
  }

  /**
   * As {@link #begin}, but the run only waits for its turn then.
   *
   * @param notBefore when it may start at the earliest
   */
  Run enqueue(RunProposal proposal, Optional<Instant> notBefore) {
    return await(proposal, () -> trainer.enqueue(proposal, notBefore));
  }

  private Run await(RunProposal proposal, Supplier<Trainer.Beginning> beginning) {
    try {
      return new RunBeginning(store).await(proposal, beginning);
    } finally {
      if (store.get(proposal.id()).isEmpty()) {
        folders.remove(proposal.id());
      }
    }
  }

  /** Ends the process of a run at once; what it had not written down is lost. */
  public void kill(long id) {
    Run run = get(id);
    if (run.state().atRest()) {
      return;
    }
    // Told before its process is gone: once it is, whoever looks first would tell of a crash.
    Problem killed =
        Problem.of(
            Problem.Kind.CONFLICT,
            "The run was ended at once, as was asked for; what it had not saved is lost.",
            "Resume the run to go on from its last checkpoint.");
    int step = run.progress().step();
    store.append(id, new TrainingEvent.Failed(Instant.now(), step, killed));
    trainer.kill(run);
  }

  /**
   * Hides a run at rest from every list, until {@link #restore} or {@link #purge}.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if it still runs
   */
  public void discard(long id) {
    Run run = get(id);
    if (!run.state().atRest()) {
      throw cannot(run, "deleted");
    }
    hidden.add(id);
  }

  /** Takes a hidden run back. */
  public void restore(long id) {
    hidden.remove(id);
  }

  /** Forgets a hidden run for good, with its history and checkpoints; its adapter stays. */
  public void purge(long id) {
    store.delete(id);
    folders.remove(id);
    hidden.remove(id);
  }

  private void wish(long id, RunStore.Wish wish) {
    Run run = get(id);
    if (store.queue().find(id).isPresent()) {
      throw waits(run);
    }
    if (run.state().atRest()) {
      throw cannot(run, wish == RunStore.Wish.PAUSE ? "paused" : "saved");
    }
    store.wish(id, wish);
  }

  private static RuntimeException cannot(Run run, String what) {
    return Problem.of(
            Problem.Kind.CONFLICT,
            "The run \"%s\" %s and cannot be %s.".formatted(run.name(), run.state().saying(), what),
            run.state().atRest() ? "Start a new run instead." : "Stop it first.")
        .asException();
  }

  private static RuntimeException waits(Run run) {
    return Problem.of(
            Problem.Kind.CONFLICT,
            "The run \"%s\" waits for its turn and has not begun.".formatted(run.name()),
            "Hold it in the queue instead, or take it out.")
        .asException();
  }

  private static RuntimeException gone() {
    return Problem.of(
            Problem.Kind.NOT_FOUND,
            "This run is no longer in the catalog.",
            "Look at the list of runs.")
        .asException();
  }
}
