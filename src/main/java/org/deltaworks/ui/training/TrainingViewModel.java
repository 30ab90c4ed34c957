package org.deltaworks.ui.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.deltaworks.domain.datasets.DatasetStore.DatasetEntry;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Preset;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.service.datasets.DatasetService;
import org.deltaworks.service.models.ModelService;
import org.deltaworks.service.models.ModelSnapshot;
import org.deltaworks.service.training.EstimateService;
import org.deltaworks.service.training.RecipeFiles;
import org.deltaworks.service.training.SweepEstimates;
import org.deltaworks.service.training.SweepService;
import org.deltaworks.service.training.TrainingService;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.fx.Content;
import org.deltaworks.ui.navigation.Navigator;
import org.deltaworks.ui.navigation.Place;
import org.deltaworks.ui.notice.Notices;

/** The form of a new training together with what the services know about its choices. */
public final class TrainingViewModel {
  private final TrainingForm form = new TrainingForm();
  private final ObservableList<ModelOption> models = FXCollections.observableArrayList();
  private final ObservableList<DataOption> datasets = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<DataNote> dataNote =
      new ReadOnlyObjectWrapper<>(this, "dataNote", new DataNote.None());
  private final ReadOnlyBooleanWrapper readingModel = new ReadOnlyBooleanWrapper(this, "reading");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private final ReadOnlyBooleanWrapper tried = new ReadOnlyBooleanWrapper(this, "tried");
  private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper(this, "hint", "");
  private final Services services;
  private final ExamplesReader examples;
  private final Background background;
  private final Background.Latest modelReading;
  private final Background.Latest dataReading;
  private final Background.Latest roomLooking;
  private final PromiseViewModel promise;
  private final RecipeViewModel recipe;
  private final SeveralViewModel several;
  private final Navigator navigator;
  private final Notices notices;
  private final ReadOnlyObjectWrapper<Optional<Long>> steps =
      new ReadOnlyObjectWrapper<>(this, "steps", Optional.empty());
  private String modelShown = "";
  private boolean hasToWait;
  private List<String> dataShown = List.of();

  /**
   * What the form asks.
   *
   * @param rest how long the settings have to rest before it is worked out what they take
   */
  public record Services(
      TrainingService training,
      ModelService models,
      DatasetService datasets,
      RecipeFiles recipes,
      EstimateService estimates,
      SweepService sweeps,
      Duration rest) {}

  /** A form over these services; it reads nothing before it is shown. */
  public TrainingViewModel(
      Services services, Background background, Navigator navigator, Notices notices) {
    this.services = services;
    this.examples = new ExamplesReader(services.datasets());
    this.background = background;
    this.navigator = navigator;
    this.notices = notices;
    this.modelReading = background.latest("read the chosen model");
    this.dataReading = background.latest("read the chosen examples");
    this.roomLooking = background.latest("look whether both fit in memory");
    this.promise =
        new PromiseViewModel(
            form,
            services.estimates(),
            background.latest("estimate what a run takes", services.rest()),
            notices);
    this.recipe =
        new RecipeViewModel(form, services.training(), services.recipes(), background, notices);
    this.several =
        new SeveralViewModel(
            form,
            new SeveralViewModel.Services(
                services.sweeps(), new SweepEstimates(services.estimates())),
            background,
            background.latest("estimate what several runs take", services.rest()),
            navigator,
            notices);
    form.draftProperty()
        .addListener(
            (property, old, now) -> {
              follow(now);
              lookForRoom();
            });
    form.problemsProperty().addListener((property, old, now) -> countSteps());
    dataNote.addListener((property, old, now) -> countSteps());
    form.problemsProperty().addListener((property, old, now) -> lookForRoom());
    Consumer<List<ModelSnapshot>> newModels = background.screen().latest(this::showModels);
    services.models().follow(newModels::accept);
    Consumer<List<DatasetEntry>> newData = background.screen().latest(this::showDatasets);
    services.datasets().follow(newData::accept);
    sayHint();
  }

  /** Rank, modules, settings and what they mean. */
  public TrainingForm form() {
    return form;
  }

  /** What the run will take. */
  PromiseViewModel promise() {
    return promise;
  }

  /** The form as a file and as a command. */
  RecipeViewModel recipe() {
    return recipe;
  }

  /** Trying several values of its settings. */
  SeveralViewModel several() {
    return several;
  }

  /** The bases one can start from. */
  public ObservableList<ModelOption> models() {
    return models;
  }

  /** The examples one can learn from. */
  public ObservableList<DataOption> datasets() {
    return datasets;
  }

  /** What is known about the chosen examples. */
  public ReadOnlyObjectProperty<DataNote> dataNoteProperty() {
    return dataNote.getReadOnlyProperty();
  }

  /** Whether the chosen base is being read. */
  public ReadOnlyBooleanProperty readingModelProperty() {
    return readingModel.getReadOnlyProperty();
  }

  /** Whether a run is being started. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Whether somebody pressed Train already, so that what is missing may be called wrong. */
  public ReadOnlyBooleanProperty triedProperty() {
    return tried.getReadOnlyProperty();
  }

  /** How many steps the run will take, once plan and examples are known. */
  public ReadOnlyObjectProperty<Optional<Long>> stepsProperty() {
    return steps.getReadOnlyProperty();
  }

  /** What is still to do before training, or what Train will do; above the button. */
  public ReadOnlyStringProperty hintProperty() {
    return hint.getReadOnlyProperty();
  }

  /** Called on every visit: takes over what another screen filled in, and reads both shelves. */
  public void show(TrainingDraft asked) {
    if (!asked.said().isEmpty()) {
      TrainingDraft from =
          asked.says(Setting.RANK)
              ? asked
              : Preset.BALANCED.on(form.draftProperty().get(), form.width());
      several.close();
      form.replace(from.overriddenBy(asked));
      tried.set(false);
    }
    lookForRoom();
    promise.refresh();
    background.start("list models", services.models()::list, this::showModels, notices::failed);
    background.start("list data", services.datasets()::list, this::showDatasets, notices::failed);
  }

  /** Starts from this base. */
  public void chooseModel(String name) {
    form.edit(Setting.MODEL, name);
  }

  /** Puts a folder on the shelf of models and starts from it. */
  public void addModel(Path folder) {
    background.start(
        "add a model",
        () -> services.models().add(folder),
        added -> chooseModel(added.name()),
        thrown -> showProblem(Setting.MODEL, thrown));
  }

  /** Learns from these examples. */
  public void chooseData(String name) {
    form.edit(Setting.DATA, List.of(name));
  }

  /** Puts a file on the shelf of data and learns from it. */
  public void addData(Path file) {
    dataNote.set(new DataNote.Reading());
    background.start(
        "add data",
        () -> services.datasets().add(file, Optional.empty()),
        added -> chooseData(added.name()),
        thrown -> {
          Problem problem = Content.problemOf(thrown);
          dataNote.set(new DataNote.Unreadable(problem.message(), problem.remedy()));
        });
  }

  /**
   * Starts the run and goes to its page; says what is missing otherwise. Where memory is too short
   * for it beside what runs, it waits.
   */
  public void train() {
    begin(services.training()::start, run -> navigator.go(new Place.RunPage(run.id())));
  }

  /** Lets the run wait until the others have ended, and goes to the list of runs. */
  public void trainLater() {
    begin(
        draft -> services.training().enqueue(draft, Optional.empty()),
        run -> navigator.go(new Place.Runs()));
  }

  /** Offers to try several values; says what is missing before that. */
  public void trySeveral() {
    tried.set(true);
    sayHint();
    several.open();
  }

  private void begin(Function<TrainingDraft, Run> start, Consumer<Run> then) {
    tried.set(true);
    if (form.plan().isEmpty() || busy.get()) {
      sayHint();
      return;
    }
    busy.set(true);
    hint.set("Reading model and data. The run starts when nothing stands in its way.");
    TrainingDraft draft = form.draftProperty().get();
    background.start(
        "start a run",
        () -> start.apply(draft),
        run -> {
          started();
          then.accept(run);
        },
        thrown -> {
          busy.set(false);
          sayHint();
          showProblem(Setting.MODEL, thrown);
        });
  }

  private void started() {
    busy.set(false);
    tried.set(false);
    sayHint();
    form.edit(Setting.NAME, "");
  }

  private void follow(TrainingDraft now) {
    String model = now.text(Setting.MODEL);
    if (!model.equals(modelShown)) {
      modelShown = model;
      readModel(model);
    }
    List<String> data = now.texts(Setting.DATA);
    if (!data.equals(dataShown)) {
      dataShown = data;
      readData(data);
    }
  }

  private void readModel(String name) {
    modelReading.cancel();
    readingModel.set(!name.isBlank());
    if (name.isBlank()) {
      form.showModel(Optional.empty());
      return;
    }
    modelReading.start(
        () -> services.models().open(name),
        (BaseModel base) -> {
          readingModel.set(false);
          form.showModel(Optional.of(base));
        },
        thrown -> {
          readingModel.set(false);
          form.showModel(Optional.empty());
          showProblem(Setting.MODEL, thrown);
        });
  }

  private void readData(List<String> names) {
    dataReading.cancel();
    if (names.isEmpty()) {
      dataNote.set(new DataNote.None());
      return;
    }
    dataNote.set(new DataNote.Reading());
    dataReading.start(
        () -> examples.note(names),
        dataNote::set,
        thrown -> {
          Problem problem = Content.problemOf(thrown);
          dataNote.set(new DataNote.Unreadable(problem.message(), problem.remedy()));
          form.showProblems(List.of());
        });
  }

  private void showModels(List<ModelSnapshot> all) {
    models.setAll(
        all.stream()
            .filter(m -> m.details().isPresent())
            .map(m -> ModelOption.of(m.name(), m.details().orElseThrow()))
            .toList());
    if (!form.draftProperty().get().says(Setting.MODEL) && models.size() == 1) {
      chooseModel(models.getFirst().name());
    }
  }

  private void showDatasets(List<DatasetEntry> all) {
    datasets.setAll(all.stream().map(DataOption::of).toList());
  }

  /** Beside its field where the problem names one that the form has, else beside the fallback. */
  private void showProblem(Setting fallback, Throwable thrown) {
    Problem problem = Content.problemOf(thrown);
    if (problem.kind() == Problem.Kind.DEFECT) {
      notices.failed(thrown);
      return;
    }
    boolean placed = problem.field().flatMap(Setting::of).isPresent();
    tried.set(true);
    form.showProblems(
        List.of(
            placed
                ? problem
                : Problem.at(
                    fallback.option(), problem.kind(), problem.message(), problem.remedy())));
  }

  private void countSteps() {
    steps.set(
        dataNote.get() instanceof DataNote.Read read
            ? form.plan().map(plan -> StepCount.of(plan, read.rows()))
            : Optional.empty());
  }

  private void lookForRoom() {
    sayHint();
    if (form.plan().isEmpty()) {
      return;
    }
    TrainingDraft draft = form.draftProperty().get();
    roomLooking.start(
        () -> services.training().hasToWait(draft),
        (Boolean waits) -> {
          hasToWait = waits;
          sayHint();
        },
        notices::failed);
  }

  private void sayHint() {
    hint.set(
        form.problemsProperty().get().stream()
            .findFirst()
            .map(tried.get() ? Problem::line : Problem::remedy)
            .orElse(
                hasToWait
                    ? "Another training runs and memory is too short for both: this one will wait"
                        + " for its turn."
                    : "The run goes on if you close the window."));
  }
}
