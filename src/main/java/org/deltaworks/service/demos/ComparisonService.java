package org.deltaworks.service.demos;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.deltaworks.domain.demos.Comparison;
import org.deltaworks.domain.demos.Comparison.Entry;
import org.deltaworks.domain.demos.Comparison.State;
import org.deltaworks.domain.demos.ComparisonStore;
import org.deltaworks.domain.demos.Demo;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.service.runs.RunService;
import org.deltaworks.service.task.Listeners;
import org.deltaworks.service.task.Subscription;
import org.deltaworks.service.training.TrainingService;

/**
 * The paper, live: the same demo trained in several ways, one after the other, each an ordinary
 * run. Every step is written down, so that closing the program loses nothing: the next call goes on
 * where this one was cut off. Not on the window's thread.
 */
public final class ComparisonService {
  /** What {@code demo --name} takes for it. */
  public static final String NAME = "why-lora";

  private static final Duration PACE = Duration.ofMillis(250);

  private final DemoService demos;
  private final TrainingService training;
  private final RunService runs;
  private final ArmMeasure measure;
  private final ComparisonStore store;
  private final Listeners<Comparison> listeners = new Listeners<>();
  private final AtomicBoolean running = new AtomicBoolean();
  private final AtomicBoolean stopping = new AtomicBoolean();

  /** Over these services; what was reached is kept in the store. */
  public ComparisonService(
      DemoService demos,
      TrainingService training,
      RunService runs,
      ArmMeasure measure,
      ComparisonStore store) {
    this.demos = demos;
    this.training = training;
    this.runs = runs;
    this.measure = measure;
    this.store = store;
  }

  /**
   * The last comparison, done or cut off.
   *
   * @throws ProblemException if it cannot be read
   */
  public Optional<Comparison> last() {
    return store.load();
  }

  /** Whether one goes on in this program. */
  public boolean running() {
    return running.get();
  }

  /** Hears of every change until closed. */
  public Subscription follow(Consumer<Comparison> receiver) {
    return listeners.add(receiver);
  }

  /** Asks the comparison to end: its run stops and keeps what it learnt, no other is started. */
  public void stop() {
    stopping.set(true);
  }

  /**
   * Starts anew, and returns when every way is over or {@link #stop} was called. A way that fails
   * or whose run somebody stops is told as such, and the next one goes on.
   *
   * @throws ProblemException if one goes on already, or the base cannot be measured
   */
  public Comparison start() throws InterruptedException {
    return exclusively(Comparison.of(demos.find(Optional.empty()).name(), Instant.now()));
  }

  /** Goes on with the last one where it was cut off; starts anew if there is none. */
  public Comparison goOn() throws InterruptedException {
    Optional<Comparison> last = store.load();
    return last.isPresent() ? exclusively(last.get()) : start();
  }

  private Comparison exclusively(Comparison from) throws InterruptedException {
    if (!running.compareAndSet(false, true)) {
      throw Problem.of(
              Problem.Kind.CONFLICT,
              "The comparison is running already.",
              "Wait for it, or stop it first.")
          .asException();
    }
    stopping.set(false);
    try {
      return compare(from);
    } finally {
      running.set(false);
    }
  }

  private Comparison compare(Comparison from) throws InterruptedException {
    Demo demo = demos.find(Optional.of(from.demo()));
    Comparison now = tell(from);
    if (now.base().isEmpty()) {
      now = tell(now.with(measure.base(demo)));
    }
    for (Entry entry : List.copyOf(now.entries())) {
      if (stopping.get()) {
        return now;
      }
      if (!entry.over()) {
        now = oneWay(now, demo, entry);
      }
    }
    return now;
  }

  private Comparison oneWay(Comparison from, Demo demo, Entry entry) throws InterruptedException {
    Comparison now = from;
    try {
      Run run = begun(demo, entry);
      Entry begun =
          new Entry(
              entry.arm(),
              State.TRAINING,
              Optional.of(run.name()),
              Optional.empty(),
              Optional.empty());
      now = tell(now.with(begun));
      Run ended = toTheEnd(run);
      if (ended.state() != RunState.FINISHED) {
        return tell(now.with(unfinished(begun, ended)));
      }
      now = tell(now.with(begun.in(State.MEASURING)));
      return tell(
          now.with(
              new Entry(
                  entry.arm(),
                  State.MEASURED,
                  begun.run(),
                  Optional.of(measure.of(demo, entry.arm(), ended)),
                  Optional.empty())));
    } catch (ProblemException e) {
      if (Thread.interrupted()) {
        // Files refuse an interrupted thread: the program ends, the way did not fail.
        throw new InterruptedException();
      }
      Entry reached = now.entry(entry.arm());
      return tell(now.with(failed(reached, e.problem())));
    }
  }

  /** The run that was cut off, if it is still there; else a new one. */
  private Run begun(Demo demo, Entry entry) {
    Optional<Run> before =
        entry
            .run()
            .flatMap(name -> runs.list().stream().filter(r -> r.name().equals(name)).findFirst());
    return before.orElseGet(
        () ->
            training.start(
                entry
                    .arm()
                    .on(demo)
                    .with(Setting.NAME, demos.freeName(NAME + "-" + entry.arm().name()))));
  }

  private Run toTheEnd(Run run) throws InterruptedException {
    boolean asked = false;
    while (true) {
      Run now = runs.get(run.id());
      // A run that rests at a pause may go on: whoever paused it decides.
      if (now.state().atRest() && now.state() != RunState.PAUSED) {
        return now;
      }
      if (stopping.get() && !asked) {
        asked = true;
        runs.stop(run.id());
      }
      Thread.sleep(PACE);
    }
  }

  private static Entry unfinished(Entry entry, Run ended) {
    return ended.state() == RunState.FAILED && ended.problem().isPresent()
        ? failed(entry, ended.problem().get())
        : entry.in(State.STOPPED);
  }

  private static Entry failed(Entry entry, Problem problem) {
    return new Entry(
        entry.arm(), State.FAILED, entry.run(), Optional.empty(), Optional.of(problem));
  }

  private Comparison tell(Comparison now) {
    store.save(now);
    listeners.publish(now);
    return now;
  }
}
