package org.deltaworks.ui.runs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Adjustment;
import org.deltaworks.domain.training.Method;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingEvent.Noted;
import org.deltaworks.service.runs.CurveFiles;
import org.deltaworks.service.runs.Resumption;
import org.deltaworks.service.runs.RunService;
import org.deltaworks.service.training.CommandLine;
import org.deltaworks.ui.control.chart.ChartFlag;
import org.deltaworks.ui.control.chart.Curve;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.fx.Content;
import org.deltaworks.ui.live.LiveRun;
import org.deltaworks.ui.navigation.Navigator;
import org.deltaworks.ui.navigation.Place;
import org.deltaworks.ui.notice.Notices;

/** One run's page: how it stands, what one may ask of it, and where it leads. */
public final class RunViewModel {
  private final RunService runs;
  private final Resumption resumption;
  private final Background background;
  private final Navigator navigator;
  private final Notices notices;
  private final LiveRun live;
  private final ReadOnlyObjectWrapper<Content<Run>> content =
      new ReadOnlyObjectWrapper<>(this, "content", new Content.Loading<>());
  private final ReadOnlyObjectWrapper<Optional<RunState>> asked =
      new ReadOnlyObjectWrapper<>(this, "asked", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Run.LogLine>> warning =
      new ReadOnlyObjectWrapper<>(this, "warning", Optional.empty());
  private final ObservableList<Run.Sample> samples = FXCollections.observableArrayList();
  private final ObservableList<ChartFlag> flags = FXCollections.observableArrayList();
  private final ObservableList<Run.LogLine> log = FXCollections.observableArrayList();
  private final Background.Latest flagReading;
  private Place cameFrom = new Place.Runs();
  private long id;

  /** Follows nothing before {@link #show}. */
  public RunViewModel(
      RunService runs,
      Resumption resumption,
      Background background,
      Navigator navigator,
      Notices notices) {
    this.runs = runs;
    this.resumption = resumption;
    this.background = background;
    this.navigator = navigator;
    this.notices = notices;
    this.live = new LiveRun(runs, background.screen());
    this.flagReading = background.latest("read checkpoints");
    live.runProperty().addListener((property, old, now) -> now.ifPresent(this::take));
    live.revisionProperty().addListener((property, old, now) -> takeHistory());
  }

  /** As {@link #show(long, Place)}, coming from the list of runs. */
  public void show(long run) {
    show(run, new Place.Runs());
  }

  /**
   * Shows this run from its beginning.
   *
   * @param from where one goes back to
   */
  public void show(long run, Place from) {
    id = run;
    cameFrom = from;
    content.set(new Content.Loading<>());
    asked.set(Optional.empty());
    samples.clear();
    flags.clear();
    log.clear();
    warning.set(Optional.empty());
    background.start("read a run", () -> runs.get(run), found -> follow(found.id()), this::failed);
  }

  /** Stops following. */
  public void hide() {
    live.close();
  }

  /** The run, or why it cannot be shown. */
  ReadOnlyObjectProperty<Content<Run>> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /** What the person asked for and the run has not done yet. */
  ReadOnlyObjectProperty<Optional<RunState>> askedProperty() {
    return asked.getReadOnlyProperty();
  }

  /** Curve and speed. */
  LiveRun live() {
    return live;
  }

  /** Answered sample prompts, oldest first. */
  ObservableList<Run.Sample> samples() {
    return samples;
  }

  /** What happened on the way, for the chart. */
  ObservableList<ChartFlag> flags() {
    return flags;
  }

  /** What the process that trains now warned of last. */
  ReadOnlyObjectProperty<Optional<Run.LogLine>> warningProperty() {
    return warning.getReadOnlyProperty();
  }

  /** The log, oldest first. */
  ObservableList<Run.LogLine> log() {
    return log;
  }

  /** Asks it to rest. */
  void pause() {
    ask(RunState.PAUSED, "pause a run", () -> runs.pause(id));
  }

  /** Asks it to end and keep what it learnt. */
  void stop() {
    ask(RunState.STOPPED, "stop a run", () -> runs.stop(id));
  }

  /** Lets it go on, and follows it again. */
  void resume() {
    goOn(() -> resumption.goOn(id, Instant.now()));
  }

  /** Lets a run whose loss became no number, or ran away, go on more carefully. */
  void resumeWithHalfTheRate() {
    goOn(() -> resumption.goOn(id, Adjustment.HALF_RATE, Instant.now()));
  }

  /** Lets it go on with fewer rows at once. */
  void resumeWithLessMemory() {
    goOn(() -> resumption.goOn(id, Adjustment.LESS_MEMORY, Instant.now()));
  }

  /** Opens the form with this run's settings. */
  void again() {
    run().ifPresent(r -> navigator.go(new Place.NewTraining(fresh(r.draft()))));
  }

  /** Goes and asks the model with what this run made. */
  void tryIt() {
    run()
        .ifPresent(
            r ->
                r.result()
                    .ifPresent(
                        made ->
                            navigator.go(
                                full(r)
                                    ? new Place.TryIt(Optional.of(made), List.of())
                                    : Place.TryIt.adapter(r.model(), made))));
  }

  /** Goes to what this run made. */
  void showResult() {
    run()
        .flatMap(Run::result)
        .ifPresent(made -> navigator.go(new Place.Adapters(Optional.of(made))));
  }

  /** Goes back to the list, or to the sweep that one came from. */
  void list() {
    navigator.go(cameFrom);
  }

  /** The command that repeats this run. */
  String command() {
    return run().map(r -> CommandLine.of(r.draft())).orElse("");
  }

  /** Writes an exported chart. */
  void write(java.nio.file.Path file, byte[] contents) {
    background.act(
        "save a chart",
        () -> CurveFiles.write(file, contents),
        () -> notices.tell("Saved as %s.".formatted(file.getFileName())),
        notices::failed);
  }

  /** Whether this run trained weights of the model itself: then it made a model, no adapter. */
  static boolean full(Run run) {
    return !Method.parse(run.draft().text(Setting.METHOD)).orElse(Method.LORA).makesAdapter();
  }

  /** Whether a smaller learning rate is what this problem calls for. */
  static boolean rateTooHigh(Problem problem) {
    return problem.kind() == Problem.Kind.NOT_FINITE || problem.kind() == Problem.Kind.DIVERGED;
  }

  /** Whether less memory is what this problem calls for. */
  static boolean memoryShort(Problem problem) {
    return problem.kind() == Problem.Kind.OUT_OF_MEMORY
        || problem.kind() == Problem.Kind.WORKER_DIED;
  }

  private static TrainingDraft fresh(TrainingDraft draft) {
    return draft.with(Setting.NAME, "").with(Setting.OUT, "");
  }

  private Optional<Run> run() {
    return content.get().ready();
  }

  private void follow(long run) {
    if (run == id) {
      live.open(run);
    }
  }

  private void goOn(Supplier<Run> work) {
    long mine = id;
    asked.set(Optional.of(RunState.RUNNING));
    background.start(
        "resume a run",
        () -> resumption.waits(work.get()),
        waits -> {
          if (waits && mine == id) {
            // Its turn may be hours away: until then it can be stopped like any run that waits.
            asked.set(Optional.empty());
            notices.tell(Resumption.WAITS);
          }
          follow(mine);
        },
        this::refused);
  }

  private void refused(Throwable thrown) {
    asked.set(Optional.empty());
    notices.failed(thrown);
  }

  private void ask(RunState wanted, String name, Runnable work) {
    long mine = id;
    asked.set(Optional.of(wanted));
    background.act(name, work, () -> follow(mine), this::refused);
  }

  private void take(Run run) {
    if (run.id() != id) {
      return;
    }
    boolean reached =
        asked.get().isPresent()
            && (run.state() == asked.get().get()
                || run.state().atRest() && asked.get().get() != RunState.RUNNING);
    if (reached) {
      asked.set(Optional.empty());
    }
    content.set(new Content.Ready<>(run));
  }

  private void takeHistory() {
    if (samples.size() != live.samples().size()) {
      samples.setAll(live.samples());
    }
    if (log.size() != live.log().size()) {
      log.setAll(live.log());
      // Each checkpoint is noted in the log: only then there can be a new one.
      readFlags();
    }
    warning.set(run().flatMap(Run::owner).flatMap(this::warned));
  }

  /** What an earlier process of the run warned of may be over, as its settings may be others. */
  private Optional<Run.LogLine> warned(Run.Owner now) {
    return log.reversed().stream()
        .filter(line -> line.at().toEpochMilli() >= now.startedMillis())
        .filter(line -> line.message().startsWith(Noted.WARNING))
        .findFirst();
  }

  private void readFlags() {
    long mine = id;
    Curve heldOut = live.series().evaluations();
    int best = heldOut.size() < 2 ? -1 : heldOut.lowest();
    double bestStep = best < 0 ? -1 : heldOut.x(best);
    flagReading.start(
        () -> runs.checkpoints(mine),
        saved -> {
          List<ChartFlag> now = new ArrayList<>();
          saved.forEach(point -> now.add(new ChartFlag(point.step(), "checkpoint")));
          if (bestStep >= 0) {
            now.add(new ChartFlag(bestStep, "best on held-out rows"));
          }
          flags.setAll(now);
        },
        notices::failed);
  }

  private void failed(Throwable thrown) {
    content.set(Content.failed(thrown));
  }
}
