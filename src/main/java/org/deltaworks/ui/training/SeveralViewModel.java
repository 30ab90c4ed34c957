package org.deltaworks.ui.training;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.ClockTime;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.SweepGrid;
import org.deltaworks.domain.training.SweepMetric;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.service.training.SweepEstimates;
import org.deltaworks.service.training.SweepOverview;
import org.deltaworks.service.training.SweepPromise;
import org.deltaworks.service.training.SweepService;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.fx.Content;
import org.deltaworks.ui.navigation.Navigator;
import org.deltaworks.ui.navigation.Place;
import org.deltaworks.ui.notice.Notices;

/** Trying several values of the form's settings: the lists, what they take, and the start. */
final class SeveralViewModel {
  private static final String NIGHT = "23:00";

  private final TrainingForm form;
  private final Services services;
  private final Background background;
  private final Background.Latest asking;
  private final Navigator navigator;
  private final Notices notices;
  private final ObservableList<SeveralAxis> axes = FXCollections.observableArrayList();
  private final ObjectProperty<SweepMetric> metric =
      new SimpleObjectProperty<>(this, "metric", SweepMetric.HELD_OUT);
  private final ReadOnlyBooleanWrapper heldOut = new ReadOnlyBooleanWrapper(this, "heldOut");
  private final BooleanProperty later = new SimpleBooleanProperty(this, "later");
  private final StringProperty time = new SimpleStringProperty(this, "time", NIGHT);
  private final ReadOnlyObjectWrapper<Optional<String>> timeProblem =
      new ReadOnlyObjectWrapper<>(this, "timeProblem", Optional.empty());
  private final ReadOnlyObjectWrapper<SeveralNote> note =
      new ReadOnlyObjectWrapper<>(this, "note", new SeveralNote.Reading(0));
  private final ReadOnlyObjectWrapper<Optional<Problem>> refusal =
      new ReadOnlyObjectWrapper<>(this, "refusal", Optional.empty());
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private Optional<TrainingDraft> asked = Optional.empty();
  private Optional<SeveralStart> starting = Optional.empty();

  /** What it asks. */
  record Services(SweepService sweeps, SweepEstimates estimates) {}

  /**
   * Over a form.
   *
   * @param asking where estimates are made
   */
  SeveralViewModel(
      TrainingForm form,
      Services services,
      Background background,
      Background.Latest asking,
      Navigator navigator,
      Notices notices) {
    this.form = form;
    this.services = services;
    this.background = background;
    this.asking = asking;
    this.navigator = navigator;
    this.notices = notices;
    later.addListener((property, old, now) -> refresh());
    time.addListener((property, old, now) -> refresh());
  }

  /** Whether it is being filled in. */
  ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** Whether it is being started. */
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** The settings that can be tried with several values. */
  ObservableList<SeveralAxis> axes() {
    return axes;
  }

  /** What tells which is best. */
  ObjectProperty<SweepMetric> metricProperty() {
    return metric;
  }

  /** Whether the form holds examples out to compare by. */
  ReadOnlyBooleanProperty heldOutProperty() {
    return heldOut.getReadOnlyProperty();
  }

  /** Whether it waits for a time of day. */
  BooleanProperty laterProperty() {
    return later;
  }

  /** That time, as typed. */
  StringProperty timeProperty() {
    return time;
  }

  /** What is wrong with the time. */
  ReadOnlyObjectProperty<Optional<String>> timeProblemProperty() {
    return timeProblem.getReadOnlyProperty();
  }

  /** What it will take. */
  ReadOnlyObjectProperty<SeveralNote> noteProperty() {
    return note.getReadOnlyProperty();
  }

  /** Why it could not be started. */
  ReadOnlyObjectProperty<Optional<Problem>> refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  /** Offers values around those of a form that can be trained. */
  void open() {
    Optional<TrainingPlan> plan = form.plan();
    if (plan.isEmpty()) {
      return;
    }
    TrainingDraft draft = form.draftProperty().get();
    axes.clear();
    boolean free = plan.get().method().makesAdapter() && !draft.says(Setting.INIT_ADAPTER);
    if (free) {
      offer(Setting.RANK, SeveralOffer.ranks(form.rank()));
    }
    offer(Setting.LEARNING_RATE, SeveralOffer.rates(draft.text(Setting.LEARNING_RATE)));
    if (free) {
      form.modulesProperty().get().ifPresent(this::offerModules);
    }
    TrainingPlan.Evaluation evaluation = plan.get().evaluation();
    heldOut.set(evaluation.data().isPresent() || evaluation.fraction() > 0);
    metric.set(heldOut.get() ? SweepMetric.HELD_OUT : SweepMetric.LOSS);
    later.set(false);
    time.set(NIGHT);
    refusal.set(Optional.empty());
    asked = Optional.empty();
    refresh();
    open.set(true);
  }

  /** Back to the form; nothing is kept, and what is just being started is called off. */
  void close() {
    asking.cancel();
    starting.ifPresent(SeveralStart::callOff);
    open.set(false);
  }

  /** How many trainings the lists make. */
  long trainings() {
    return axes.stream().mapToLong(axis -> axis.values().size()).reduce(1, (a, b) -> a * b);
  }

  /** When they may begin at the earliest; empty for now, and for a time that is none. */
  Optional<Instant> notBefore() {
    if (!later.get()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          ClockTime.of("at", time.get().strip()).after(ZonedDateTime.now()).toInstant());
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  /** Puts all of them into the queue and goes to their page. */
  void start() {
    if (busy.get() || note.get() instanceof SeveralNote.Obstacle) {
      return;
    }
    busy.set(true);
    refusal.set(Optional.empty());
    TrainingDraft lists = lists();
    SweepMetric chosen = metric.get();
    Optional<Instant> at = notBefore();
    SeveralStart start =
        new SeveralStart(
            new SeveralStart.Heard(this::over, this::started, this::refused, this::takeBack));
    starting = Optional.of(start);
    start.begin(background, () -> services.sweeps().start(lists, chosen, at));
  }

  private void over() {
    busy.set(false);
    starting = Optional.empty();
  }

  private void takeBack(SweepOverview unwanted) {
    background.act(
        "take a sweep back", () -> services.sweeps().takeBack(unwanted), () -> {}, notices::failed);
  }

  private void started(SweepOverview overview) {
    close();
    form.edit(Setting.NAME, "");
    navigator.go(new Place.SweepPage(overview.sweep().name()));
  }

  private void refused(Throwable thrown) {
    Problem problem = Content.problemOf(thrown);
    if (problem.kind() == Problem.Kind.DEFECT) {
      notices.failed(thrown);
    } else {
      refusal.set(Optional.of(problem));
    }
  }

  private void offer(Setting setting, List<SeveralValue> values) {
    TrainingDraft draft = form.draftProperty().get();
    axes.add(
        new SeveralAxis(
            setting, values, value -> SeveralOffer.problem(draft, setting, value), this::refresh));
  }

  private void offerModules(ModuleChoice now) {
    TrainingDraft draft = form.draftProperty().get();
    axes.add(
        new SeveralAxis(
            Setting.TARGET_MODULES,
            SeveralOffer.modules(now),
            value ->
                form.modelProperty()
                    .get()
                    .flatMap(base -> SeveralOffer.problem(draft, base, value)),
            this::refresh));
  }

  private TrainingDraft lists() {
    TrainingDraft lists = form.draftProperty().get();
    for (SeveralAxis axis : axes) {
      lists = lists.with(axis.setting(), axis.list());
    }
    return lists;
  }

  private void refresh() {
    boolean wrong = later.get() && notBefore().isEmpty();
    timeProblem.set(wrong ? Optional.of("Write it as 23:30.") : Optional.empty());
    refusal.set(Optional.empty());
    Optional<String> obstacle = obstacle();
    if (obstacle.isPresent()) {
      asking.cancel();
      asked = Optional.empty();
      note.set(new SeveralNote.Obstacle(obstacle.get()));
      return;
    }
    TrainingDraft lists = lists();
    if (asked.equals(Optional.of(lists))) {
      return;
    }
    asked = Optional.of(lists);
    note.set(new SeveralNote.Reading(trainings()));
    asking.start(
        () -> services.estimates().of(lists),
        (SweepPromise promise) -> hear(lists, new SeveralNote.Made(promise)),
        thrown -> hear(lists, new SeveralNote.Unknown(Content.problemOf(thrown))));
  }

  /** What was under way while the lists changed is not shown. */
  private void hear(TrainingDraft about, SeveralNote found) {
    if (asked.equals(Optional.of(about))) {
      note.set(found);
    }
  }

  private Optional<String> obstacle() {
    if (timeProblem.get().isPresent()
        || axes.stream().anyMatch(axis -> axis.problemProperty().get().isPresent())) {
      return Optional.of("Put right what is marked above.");
    }
    if (form.draftProperty().get().says(Setting.OUT)) {
      return Optional.of(
          "All of them would be saved to the same folder. Empty \"%s\" in the form, and export the"
                  .formatted(Setting.OUT.label())
              + " best adapter afterwards.");
    }
    long trainings = trainings();
    if (trainings < 2) {
      return Optional.of("Tick a second value: with one there is nothing to compare.");
    }
    return trainings > SweepGrid.MOST
        ? Optional.of(
            "These are %d trainings; at most %d can be put into the queue together. Untick some values."
                .formatted(trainings, SweepGrid.MOST))
        : Optional.empty();
  }
}
