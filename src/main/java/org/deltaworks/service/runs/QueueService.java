package org.deltaworks.service.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.QueueKeeper;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunProposal;
import org.deltaworks.domain.training.RunQueue;
import org.deltaworks.domain.training.RunStore;
import org.deltaworks.domain.training.Trainer;
import org.deltaworks.platform.ProcessIdentity;
import org.deltaworks.service.task.Subscription;

/**
 * The queue: what waits, in which order, and who starts it. It belongs to no process; whoever comes
 * by sees to it that a keeper lives while something waits. Any thread but the window's.
 */
public final class QueueService {
  private static final System.Logger LOG = System.getLogger(QueueService.class.getName());
  private static final Duration PACE = Duration.ofSeconds(1);
  private static final Duration FOLLOWING = Duration.ofMillis(250);

  private final RunStore store;
  private final RunQueue queue;
  private final RunService runs;
  private final Launching launching;
  private final QueueKeeper keeper;
  private final Run.Owner self;

  /**
   * Over a catalog and the processes of runs.
   *
   * @param keeper the process that goes on when this one has ended
   */
  public QueueService(RunStore store, RunService runs, Trainer trainer, QueueKeeper keeper) {
    this.store = store;
    this.queue = store.queue();
    this.runs = runs;
    this.launching = new Launching(store, trainer);
    this.keeper = keeper;
    ProcessIdentity own = ProcessIdentity.own();
    this.self = new Run.Owner(own.processId(), own.startedMillis());
  }

  /** What waits, in the order in which it will start. */
  public List<WaitingRun> list() {
    List<WaitingRun> waiting = new ArrayList<>();
    for (RunQueue.Entry entry : queue.waiting()) {
      store
          .get(entry.run())
          .map(run -> new WaitingRun(run, waiting.size() + 1, entry.held(), entry.notBefore()))
          .ifPresent(waiting::add);
    }
    return List.copyOf(waiting);
  }

  /** How a run waits; empty if it does not. */
  public Optional<WaitingRun> find(long run) {
    return list().stream().filter(waiting -> waiting.run().id() == run).findFirst();
  }

  /**
   * Starts a process that reads what the run needs and puts it at the end of the queue; returns
   * when it is there.
   *
   * @param notBefore when it may start at the earliest
   * @throws ProblemException what keeps the run from being trained; then nothing of it is left
   * @throws CancellationException if this thread was interrupted; then nothing is left either
   */
  public Run add(RunProposal proposal, Optional<Instant> notBefore) {
    Run added = runs.enqueue(proposal, notBefore);
    // Whoever was interrupted when the run was just there never hears of it.
    if (Thread.interrupted()) {
      forget(added.id());
      throw new CancellationException("a run was not begun");
    }
    wake();
    return added;
  }

  /** Tells the queue now and whenever it changed, until the subscription is closed. */
  public Subscription follow(Consumer<List<WaitingRun>> receiver) {
    AtomicReference<List<WaitingRun>> told = new AtomicReference<>();
    return Follower.start(
        "follow the queue",
        FOLLOWING,
        () -> {
          List<WaitingRun> now = list();
          if (!now.equals(told.getAndSet(now))) {
            receiver.accept(now);
          }
          return true;
        });
  }

  /** Lets a run that was stopped, paused or has failed wait for its turn to go on. */
  public void putBack(long run) {
    if (!queue.put(run)) {
      throw Problem.of(
              Problem.Kind.CONFLICT,
              "The run \"%s\" %s and cannot wait for its turn."
                  .formatted(runs.get(run).name(), runs.get(run).state().saying()),
              "Start a new run instead.")
          .asException();
    }
    wake();
  }

  /** Changes the order. */
  public void move(long run, RunQueue.Move where) {
    refuseUnless(queue.move(run, where), run);
  }

  /** Keeps a waiting run from starting until it is released. */
  public void hold(long run) {
    refuseUnless(queue.hold(run, Optional.empty()), run);
  }

  /** Keeps a waiting run from starting before a time; then it starts by itself. */
  public void holdUntil(long run, Instant time) {
    refuseUnless(queue.hold(run, Optional.of(time)), run);
    wake();
  }

  /** Lets a held run start when its turn comes. */
  public void release(long run) {
    refuseUnless(queue.release(run), run);
    wake();
  }

  /** Takes a run out of the queue: it is stopped, and can be resumed later. */
  public void cancel(long run) {
    refuseUnless(queue.cancel(run), run);
  }

  /** Takes a run out of the queue and forgets it, unless it has had its turn meanwhile. */
  public void forget(long run) {
    if (queue.cancel(run)) {
      runs.discard(run);
      runs.purge(run);
    }
  }

  private void refuseUnless(boolean done, long id) {
    if (!done) {
      Run run = runs.get(id);
      throw Problem.of(
              Problem.Kind.CONFLICT,
              "The run \"%s\" does not wait: it %s."
                  .formatted(
                      run.name(),
                      run.state().atRest() ? run.state().saying() : "has its turn already"),
              "Look at the queue for what waits.")
          .asException();
    }
  }

  /** Sees to it that what can start by itself will be started, also when this process has ended. */
  public void wake() {
    if (queue.waiting().stream().anyMatch(entry -> !entry.held())
        && queue.keeper().filter(QueueService::alive).isEmpty()) {
      keeper.start();
    }
  }

  /**
   * Is the keeper: starts what waits, one after another, until nothing is left that could start by
   * itself. Returns at once where another keeper lives.
   *
   * @param wanted whether there is still a home folder to keep the queue of
   */
  public void keep(BooleanSupplier wanted) throws InterruptedException {
    if (!queue.keep(self, QueueService::alive)) {
      return;
    }
    while (wanted.getAsBoolean()) {
      try {
        startNext();
        if (queue.endKeeping(self)) {
          return;
        }
      } catch (ProblemException e) {
        LOG.log(System.Logger.Level.WARNING, e.problem().line());
      }
      Thread.sleep(PACE);
    }
  }

  /** Starts the next run if it is its turn; of many who try at once, one does. */
  Optional<Run> startNext() {
    queue
        .waiting()
        .forEach(
            entry ->
                entry
                    .starter()
                    .filter(starter -> !alive(starter))
                    .ifPresent(dead -> queue.giveBack(entry.run(), dead)));
    // Looking also notices a run whose process died: it would hold up all others for good.
    Optional<Run> next =
        runs.active().isEmpty() ? queue.take(self, Instant.now()) : Optional.empty();
    next.ifPresent(this::launch);
    return next;
  }

  private void launch(Run run) {
    try {
      launching.launch(run, Instant.now());
    } finally {
      queue.launched(run.id(), self);
    }
  }

  private static boolean alive(Run.Owner process) {
    return new ProcessIdentity(process.processId(), process.startedMillis()).isAlive();
  }
}
