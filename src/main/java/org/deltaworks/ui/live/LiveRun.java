package org.deltaworks.ui.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.deltaworks.domain.training.Run;
import org.deltaworks.service.runs.RunService;
import org.deltaworks.service.runs.RunUpdate;
import org.deltaworks.service.task.Subscription;
import org.deltaworks.ui.control.chart.ChartSeries;
import org.deltaworks.ui.fx.ScreenThread;
import org.deltaworks.ui.fx.SeriesStyle;

/**
 * One run as it goes on: its record, its whole curve, its speed. Follows the run from {@link #open}
 * to {@link #close}; all properties on the window's thread.
 */
public final class LiveRun {
  /** Over how many steps speed is averaged: enough to be calm, few enough to notice a change. */
  private static final int RECENT = 20;

  private final RunService runs;
  private final ScreenThread screen;
  private final ReadOnlyObjectWrapper<Optional<Run>> run =
      new ReadOnlyObjectWrapper<>(this, "run", Optional.empty());
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");
  private final Deque<Run.StepPoint> recent = new ArrayDeque<>();
  private ChartSeries series = new ChartSeries("", SeriesStyle.BLUE);
  private Run.History last = new Run.History(List.of(), List.of(), List.of(), List.of());
  private Subscription following = () -> {};
  private long opened;

  /** Follows nothing yet. */
  public LiveRun(RunService runs, ScreenThread screen) {
    this.runs = runs;
    this.screen = screen;
  }

  /** Follows this run from its beginning, and no other. */
  public void open(long id) {
    close();
    run.set(Optional.empty());
    series = new ChartSeries("", SeriesStyle.of(id));
    recent.clear();
    last = new Run.History(List.of(), List.of(), List.of(), List.of());
    long mine = ++opened;
    Consumer<RunUpdate> receiver =
        screen.gathering(
            updates -> {
              // An update that was on its way when another run was opened belongs to nobody.
              if (mine == opened) {
                updates.forEach(this::take);
                revision.set(revision.get() + 1);
              }
            });
    following = runs.follow(id, receiver);
  }

  /** Stops following; what is known stays. */
  public void close() {
    opened++;
    following.close();
    following = () -> {};
  }

  /** The run's record; empty until first heard of. */
  public ReadOnlyObjectProperty<Optional<Run>> runProperty() {
    return run.getReadOnlyProperty();
  }

  /** Grows with every update: what draws the curve listens to this. */
  public ReadOnlyIntegerProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** The curve so far; another object after {@link #open}. */
  public ChartSeries series() {
    return series;
  }

  /** Answered sample prompts, oldest first. */
  public List<Run.Sample> samples() {
    return last.samples();
  }

  /** The log. */
  public List<Run.LogLine> log() {
    return last.log();
  }

  /** The last step's figures. */
  public Optional<Run.StepPoint> lastStep() {
    return Optional.ofNullable(recent.peekLast());
  }

  /** Real tokens a second over the last steps. */
  public Optional<Double> tokensPerSecond() {
    double seconds = recent.stream().mapToDouble(Run.StepPoint::seconds).sum();
    return seconds <= 0
        ? Optional.empty()
        : Optional.of(recent.stream().mapToLong(Run.StepPoint::tokens).sum() / seconds);
  }

  /** How long the steps that are left will take at the present speed. */
  public Optional<Duration> timeLeft() {
    Optional<Run> now = run.get();
    if (now.isEmpty() || recent.isEmpty() || now.get().plannedSteps() <= 0) {
      return Optional.empty();
    }
    double perStep = recent.stream().mapToDouble(Run.StepPoint::seconds).sum() / recent.size();
    int left = Math.max(0, now.get().plannedSteps() - now.get().progress().step());
    return Optional.of(Duration.ofMillis(Math.round(perStep * left * 1000)));
  }

  private void take(RunUpdate update) {
    if (run.get().isEmpty()) {
      series = new ChartSeries(update.run().name(), SeriesStyle.of(update.run().id()));
    }
    for (Run.StepPoint point : update.newer().steps()) {
      series.steps().append(point.step(), point.loss());
      recent.addLast(point);
      if (recent.size() > RECENT) {
        recent.removeFirst();
      }
    }
    for (Run.EvaluationPoint point : update.newer().evaluations()) {
      series.evaluations().append(point.step(), point.loss());
    }
    last = update.newer();
    run.set(Optional.of(update.run()));
  }
}
