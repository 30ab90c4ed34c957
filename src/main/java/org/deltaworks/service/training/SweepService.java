package org.deltaworks.service.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunProposal;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.Sweep;
import org.deltaworks.domain.training.SweepGrid;
import org.deltaworks.domain.training.SweepMetric;
import org.deltaworks.domain.training.SweepStore;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.service.runs.QueueService;
import org.deltaworks.service.runs.RunService;
import org.deltaworks.service.task.Subscription;

/** Fills the queue from lists of values, and tells which of them serve best. */
public final class SweepService {
  private final SweepStore store;
  private final TrainingService training;
  private final RunService runs;
  private final QueueService queue;
  private final SweepReadings readings;

  /** Over a catalog. */
  public SweepService(
      SweepStore store, TrainingService training, RunService runs, QueueService queue) {
    this.store = store;
    this.training = training;
    this.runs = runs;
    this.queue = queue;
    this.readings = new SweepReadings(runs);
  }

  /**
   * Lets one run for each combination wait in the queue.
   *
   * @param lists settings, some of them with several values as {@link SweepGrid#of} reads them
   * @param notBefore when they may start at the earliest
   * @throws org.deltaworks.domain.problem.ProblemException for the first problem of any
   *     combination; then none of them waits
   * @throws CancellationException if this thread was interrupted; then none of them waits either
   */
  public SweepOverview start(TrainingDraft lists, SweepMetric metric, Optional<Instant> notBefore) {
    refuseOutput(lists);
    SweepGrid grid = SweepGrid.of(lists);
    List<TrainingDraft> points = named(lists, grid);
    points.forEach(training::refuseProblems);
    // Data and model are the same for all, so reading them once tells for all.
    Run first = training.enqueue(points.getFirst(), notBefore);
    try {
      List<RunProposal> others = points.stream().skip(1).map(training::propose).toList();
      refuseUnwanted();
      Sweep sweep = store.create(stem(points), grid.varied(), metric, first, others, notBefore);
      return overview(sweep);
    } catch (RuntimeException e) {
      queue.forget(first.id());
      throw e;
    } finally {
      queue.wake();
    }
  }

  /** The flag is taken down, since what is forgotten has files that are written. */
  private static void refuseUnwanted() {
    if (Thread.interrupted()) {
      throw new CancellationException("a sweep was not begun");
    }
  }

  /**
   * Forgets a sweep that nobody wants any more; those of its runs that have had their turn
   * meanwhile are stopped.
   */
  public void takeBack(SweepOverview unwanted) {
    for (long run : unwanted.sweep().runs()) {
      queue.forget(run);
      runs.list().stream()
          .filter(left -> left.id() == run && !left.state().atRest())
          .forEach(left -> runs.stop(run));
    }
  }

  /** All sweeps, newest first. */
  public List<SweepOverview> list() {
    return overviews(runs.list());
  }

  /**
   * One by name.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if there is none
   */
  public SweepOverview find(String name) {
    return store
        .find(name)
        .flatMap(sweep -> overview(sweep, known(runs.list())))
        .orElseThrow(
            () ->
                Problem.of(
                        Problem.Kind.NOT_FOUND,
                        "There is no sweep \"%s\".".formatted(name),
                        "Look at the list of sweeps for the right name.")
                    .asException());
  }

  /** Tells how a sweep stands and goes on; empty once it has no runs left, or where it had none. */
  public Subscription follow(String name, Consumer<Optional<SweepOverview>> receiver) {
    return runs.followAll(
        all -> {
          Map<Long, Run> known = known(all);
          receiver.accept(store.find(name).flatMap(sweep -> overview(sweep, known)));
        });
  }

  /** Tells how all sweeps stand and go on, newest first. */
  public Subscription followAll(Consumer<List<SweepOverview>> receiver) {
    return runs.followAll(all -> receiver.accept(overviews(all)));
  }

  /** The keys of the runs of every sweep, by its name. */
  public Map<String, List<Long>> members() {
    return store.list().stream().collect(Collectors.toMap(Sweep::name, Sweep::runs));
  }

  /**
   * Takes those of its runs that still wait out of the queue.
   *
   * @return their keys, for {@link #putBack}
   */
  public List<Long> cancelWaiting(String name) {
    List<Long> members = find(name).sweep().runs();
    List<Long> waiting =
        queue.list().stream().map(w -> w.run().id()).filter(members::contains).toList();
    return waiting.stream().filter(this::cancelled).toList();
  }

  /** One that has its turn meanwhile trains. */
  private boolean cancelled(long run) {
    try {
      queue.cancel(run);
      return true;
    } catch (ProblemException hasItsTurn) {
      return false;
    }
  }

  /** Lets runs that were taken out of the queue wait again, behind all others. */
  public void putBack(List<Long> cancelled) {
    cancelled.forEach(queue::putBack);
  }

  private SweepOverview overview(Sweep sweep) {
    return overview(sweep, sweep.runs().stream().map(runs::get).toList());
  }

  private List<SweepOverview> overviews(List<Run> all) {
    Map<Long, Run> known = known(all);
    return store.list().stream().flatMap(sweep -> overview(sweep, known).stream()).toList();
  }

  /** Empty where none of its runs is known: what is hidden for a while is not among them. */
  private Optional<SweepOverview> overview(Sweep sweep, Map<Long, Run> known) {
    List<Run> members = sweep.runs().stream().filter(known::containsKey).map(known::get).toList();
    return members.isEmpty() ? Optional.empty() : Optional.of(overview(sweep, members));
  }

  private SweepOverview overview(Sweep sweep, List<Run> members) {
    return new SweepOverview(
        sweep, members.stream().map(run -> readings.point(sweep.metric(), run)).toList());
  }

  private Map<Long, Run> known(List<Run> all) {
    Map<Long, Run> known = all.stream().collect(Collectors.toMap(Run::id, run -> run));
    readings.keepOnly(known.keySet());
    return known;
  }

  /** The sweep's name with a number for each run. */
  private List<TrainingDraft> named(TrainingDraft lists, SweepGrid grid) {
    String stem = lists.says(Setting.NAME) ? lists.text(Setting.NAME) : freeStem(grid);
    List<TrainingDraft> named = new ArrayList<>();
    for (TrainingDraft point : grid.points()) {
      named.add(point.with(Setting.NAME, stem + "-" + (named.size() + 1)));
    }
    return named;
  }

  private String freeStem(SweepGrid grid) {
    String wanted = training.freeName(grid.points().getFirst()) + "-sweep";
    String free = wanted;
    for (int i = 2; store.find(free).isPresent(); i++) {
      free = wanted + "-" + i;
    }
    return free;
  }

  private static String stem(List<TrainingDraft> points) {
    String first = points.getFirst().text(Setting.NAME);
    return first.substring(0, first.lastIndexOf('-'));
  }

  private static void refuseOutput(TrainingDraft lists) {
    if (lists.says(Setting.OUT)) {
      throw Problem.at(
              Setting.OUT.option(),
              Problem.Kind.WRONG_USAGE,
              "All runs of a sweep would write to the same folder.",
              "Leave it out, and export the best adapter afterwards.")
          .asException();
    }
  }
}
