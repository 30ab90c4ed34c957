package org.deltaworks.app;

import java.nio.file.Path;
import java.util.Optional;
import org.deltaworks.catalog.Catalog;
import org.deltaworks.corpus.demo.DemoShelf;
import org.deltaworks.domain.adapters.AdapterLocator;
import org.deltaworks.domain.datasets.DatasetLocator;
import org.deltaworks.domain.models.ModelLocator;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.format.comparison.ComparisonFile;
import org.deltaworks.format.hub.ModelFolder;
import org.deltaworks.platform.Folders;
import org.deltaworks.platform.InstalledFiles;
import org.deltaworks.platform.LogFiles;
import org.deltaworks.platform.MachineProbe;
import org.deltaworks.service.Workbench;
import org.deltaworks.service.adapters.AdapterService;
import org.deltaworks.service.adapters.PeftFolders;
import org.deltaworks.service.datasets.DatasetService;
import org.deltaworks.service.datasets.FileDatasets;
import org.deltaworks.service.demos.ComparisonService;
import org.deltaworks.service.demos.DemoService;
import org.deltaworks.service.demos.HeldOutMeasure;
import org.deltaworks.service.diagnostics.DiagnosticsService;
import org.deltaworks.service.evaluation.EvaluationService;
import org.deltaworks.service.models.ModelService;
import org.deltaworks.service.playground.PlaygroundService;
import org.deltaworks.service.runs.HomeRunFolders;
import org.deltaworks.service.runs.QueueService;
import org.deltaworks.service.runs.Resumption;
import org.deltaworks.service.runs.RunService;
import org.deltaworks.service.settings.AboutService;
import org.deltaworks.service.settings.SettingsService;
import org.deltaworks.service.task.VirtualThreads;
import org.deltaworks.service.training.EstimateService;
import org.deltaworks.service.training.MemoryRoom;
import org.deltaworks.service.training.Reviews;
import org.deltaworks.service.training.SavedRecipes;
import org.deltaworks.service.training.SweepService;
import org.deltaworks.service.training.TrainingService;
import org.deltaworks.text.TokenizerNatives;
import org.deltaworks.worker.client.AnswerProcess;
import org.deltaworks.worker.client.ChildCommand;
import org.deltaworks.worker.client.KeeperProcess;
import org.deltaworks.worker.client.TrainingProcesses;

/**
 * The composition root: read top to bottom, {@code build} is the architecture. Window and command
 * line open one, and close it when they end; runs go on.
 */
public final class Composition implements AutoCloseable {
  private final Folders folders;
  private final LogFiles logs;
  private final Catalog catalog;
  private final VirtualThreads tasks;
  private final AnswerProcess answers;
  private final Workbench workbench;

  private Composition(
      Folders folders,
      LogFiles logs,
      Catalog catalog,
      VirtualThreads tasks,
      AnswerProcess answers,
      Workbench workbench) {
    this.folders = folders;
    this.logs = logs;
    this.catalog = catalog;
    this.tasks = tasks;
    this.answers = answers;
    this.workbench = workbench;
  }

  /**
   * Opens the catalog of a home folder and builds everything on it; starts no process, unless
   * something waits in the queue and nobody is there to start it.
   *
   * @param home what {@code --home} says
   * @throws org.deltaworks.domain.problem.ProblemException if the home folder or its catalog cannot
   *     be used
   */
  public static Composition open(Optional<Path> home) {
    Folders folders = Folders.find(home).prepare();
    LogFiles logs = LogFiles.open(folders.logs(), "deltaworks");
    try {
      Composition built = build(folders, logs);
      built.wakeQueue();
      return built;
    } catch (RuntimeException e) {
      logs.close();
      throw e;
    }
  }

  /** After the machine was switched off, say: whoever comes first sees to what waits. */
  private void wakeQueue() {
    try {
      workbench.queue().wake();
    } catch (ProblemException e) {
      System.getLogger(Composition.class.getName())
          .log(System.Logger.Level.WARNING, e.problem().line());
    }
  }

  private static Composition build(Folders folders, LogFiles logs) {
    TokenizerNatives.keepIn(folders.cache());
    Catalog catalog = Catalog.open(folders);
    VirtualThreads tasks = new VirtualThreads();

    SettingsService settings = new SettingsService(folders.home(), catalog.settings());
    ChildCommand children = ChildCommand.ofThisProcess();
    TrainingProcesses trainer = new TrainingProcesses(folders, children);
    AnswerProcess answers =
        new AnswerProcess(folders, children, () -> settings.current().threads());

    Optional<Path> bundled = InstalledFiles.asset("models/" + ModelLocator.BUNDLED);
    ModelLocator modelPlaces = new ModelLocator(catalog.models(), bundled);
    AdapterLocator adapterPlaces = new AdapterLocator(catalog.adapters());
    DatasetLocator dataPlaces = new DatasetLocator(catalog.datasets());

    ModelFolder folder = ModelFolder.ofKnownFamilies();
    ModelService models =
        new ModelService(
            catalog.models(), (name, place) -> folder.read(name, place).model(), bundled);
    DatasetService datasets = new DatasetService(catalog.datasets(), new FileDatasets(models));
    RunService runs = new RunService(catalog.runs(), trainer, new HomeRunFolders(folders));
    QueueService queue =
        new QueueService(catalog.runs(), runs, trainer, new KeeperProcess(folders, children));
    Reviews reviews = new Reviews(models, dataPlaces, catalog.adapters());
    EstimateService estimates =
        new EstimateService(
            reviews,
            dataPlaces,
            new MachineProbe()::look,
            () -> MachineProbe.diskFree(folders.home()));
    TrainingService training =
        new TrainingService(
            reviews,
            dataPlaces,
            catalog.adapters(),
            catalog.runs(),
            runs,
            queue,
            MemoryRoom.ofThisMachine(estimates));
    AdapterService adapters =
        new AdapterService(
            catalog.adapters(),
            new PeftFolders(folders.adapters(), catalog.publisher(), catalog.adapters()));
    PlaygroundService playground = new PlaygroundService(answers, modelPlaces, adapterPlaces);
    EvaluationService evaluation =
        new EvaluationService(answers, modelPlaces, adapterPlaces, dataPlaces);

    Path bundledDemos = InstalledFiles.assets().orElse(Path.of("assets")).resolve("demos");
    DemoService demos =
        new DemoService(
            new DemoShelf(bundledDemos),
            datasets,
            playground,
            new DemoService.Trainings(training, runs, adapters));
    ComparisonService comparison =
        new ComparisonService(
            demos,
            training,
            runs,
            new HeldOutMeasure(
                demos, evaluation, adapters, models, bundledDemos.resolve("own-text.jsonl")),
            new ComparisonFile(folders.home().resolve("why-lora.json")));

    AboutService about = new AboutService(folders.logs());

    return new Composition(
        folders,
        logs,
        catalog,
        tasks,
        answers,
        new Workbench(
            tasks,
            settings,
            models,
            datasets,
            training,
            new SweepService(catalog.sweeps(), training, runs, queue),
            estimates,
            runs,
            queue,
            new Resumption(runs, queue, training::hasToWait),
            adapters,
            playground,
            evaluation,
            demos,
            comparison,
            new SavedRecipes(),
            about,
            new DiagnosticsService(folders, catalog.runs(), settings, about)));
  }

  /** Every use case. */
  public Workbench workbench() {
    return workbench;
  }

  /** Where everything lies. */
  public Folders folders() {
    return folders;
  }

  @Override
  public void close() {
    tasks.close();
    answers.close();
    catalog.close();
    logs.close();
  }
}
