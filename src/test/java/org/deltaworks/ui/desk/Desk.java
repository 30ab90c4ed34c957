package org.deltaworks.ui.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.deltaworks.catalog.Catalog;
import org.deltaworks.corpus.demo.DemoShelf;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.domain.adapters.AdapterLocator;
import org.deltaworks.domain.adapters.AdapterPublisher;
import org.deltaworks.domain.datasets.DatasetLocator;
import org.deltaworks.domain.generation.Answerer;
import org.deltaworks.domain.models.ModelLocator;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunProposal;
import org.deltaworks.domain.training.Trainer;
import org.deltaworks.format.hub.ModelFolder;
import org.deltaworks.platform.Folders;
import org.deltaworks.platform.InstalledFiles;
import org.deltaworks.platform.Machine;
import org.deltaworks.service.adapters.AdapterService;
import org.deltaworks.service.adapters.PeftFolders;
import org.deltaworks.service.datasets.DatasetService;
import org.deltaworks.service.datasets.FileDatasets;
import org.deltaworks.service.demos.DemoService;
import org.deltaworks.service.diagnostics.DiagnosticsService;
import org.deltaworks.service.models.ModelService;
import org.deltaworks.service.playground.PlaygroundService;
import org.deltaworks.service.runs.HomeRunFolders;
import org.deltaworks.service.runs.QueueService;
import org.deltaworks.service.runs.RunService;
import org.deltaworks.service.settings.AboutService;
import org.deltaworks.service.settings.SettingsService;
import org.deltaworks.service.task.SameThread;
import org.deltaworks.service.training.EstimateService;
import org.deltaworks.service.training.MemoryRoom;
import org.deltaworks.service.training.Reviews;
import org.deltaworks.service.training.SavedRecipes;
import org.deltaworks.service.training.SweepService;
import org.deltaworks.service.training.TrainingService;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.fx.ScreenThread;
import org.deltaworks.ui.training.TrainingViewModel;

/**
 * The real catalog in a temporary home with the real services over it; only what would start a
 * process is stood in for. All work is done on the calling thread.
 */
public final class Desk implements AutoCloseable {
  public final Told told = new Told();
  public final Background background = new Background(new SameThread(), ScreenThread.direct());
  public final Catalog catalog;
  public final ModelService models;
  public final DatasetService datasets;
  public final RunService runs;
  public final QueueService queue;
  public final TrainingService training;
  public final EstimateService estimates;
  public final SweepService sweeps;
  public final DemoService demos;
  public final SavedRecipes recipes = new SavedRecipes();
  public final AdapterService adapters;
  public final PlaygroundService playground;
  public final SettingsService settings;
  public final AboutService about;
  public final DiagnosticsService diagnostics;

  /** Bytes of memory that can be had. */
  public long memory = 12L << 30;

  /** Bytes that can still be written. */
  public long disk = 200L << 30;

  /**
   * Whether a process that reads what a waiting run needs comes to no end until it is cancelled.
   */
  public volatile boolean readsForever;

  /** What happens right after such a process has written down that a run waits. */
  public volatile Runnable onceItWaits = () -> {};

  /** How often somebody looked at the machine. */
  public final AtomicInteger looks = new AtomicInteger();

  /** Runs whose process would have been started, oldest first. */
  public final List<Run> launched = new ArrayList<>();

  /** A desk with an empty catalog in this folder. */
  public Desk(Path home, Answerer answerer) {
    Folders folders = new Folders(home, Path.of("target", "cache")).prepare();
    catalog = Catalog.open(folders);
    settings = new SettingsService(folders.home(), catalog.settings());
    models =
        new ModelService(
            catalog.models(),
            (name, folder) -> ModelFolder.ofKnownFamilies().read(name, folder).model(),
            Optional.empty());
    datasets = new DatasetService(catalog.datasets(), new FileDatasets(models));
    Trainer trainer = new NoProcesses();
    runs = new RunService(catalog.runs(), trainer, new HomeRunFolders(folders));
    queue = new QueueService(catalog.runs(), runs, trainer, () -> {});
    DatasetLocator data = new DatasetLocator(catalog.datasets());
    Reviews reviews = new Reviews(models, data, catalog.adapters());
    estimates = new EstimateService(reviews, data, this::machine, () -> disk);
    training =
        new TrainingService(
            reviews,
            data,
            catalog.adapters(),
            catalog.runs(),
            runs,
            queue,
            new MemoryRoom(estimates, () -> memory));
    sweeps = new SweepService(catalog.sweeps(), training, runs, queue);
    adapters =
        new AdapterService(
            catalog.adapters(),
            new PeftFolders(folders.adapters(), catalog.publisher(), catalog.adapters()));
    playground =
        new PlaygroundService(
            answerer,
            new ModelLocator(catalog.models(), Optional.empty()),
            new AdapterLocator(catalog.adapters()));
    demos =
        new DemoService(
            new DemoShelf(InstalledFiles.assets().orElseThrow().resolve("demos")),
            datasets,
            playground,
            new DemoService.Trainings(training, runs, adapters));
    about = new AboutService(folders.logs());
    diagnostics = new DiagnosticsService(folders, catalog.runs(), settings, about);
  }

  /** A form of a new training at this desk, which works out what it takes without a rest. */
  public TrainingViewModel trainingForm() {
    return trainingForm(background);
  }

  /** As {@link #trainingForm()}, with its work done elsewhere. */
  public TrainingViewModel trainingForm(Background elsewhere) {
    return new TrainingViewModel(
        new TrainingViewModel.Services(
            training, models, datasets, recipes, estimates, sweeps, Duration.ZERO),
        elsewhere,
        told,
        told);
  }

  private Machine machine() {
    looks.incrementAndGet();
    return new Machine("a system", "amd64", "", 2, 2, 16L << 30, memory, Set.of("avx512f"));
  }

  /** Publishes an adapter with these traits, as a run would. */
  public Adapter publish(String name, String base, int rank, Optional<Double> loss) {
    Adapter draft =
        new Adapter(
            0,
            name,
            Path.of(name),
            Instant.now(),
            rank,
            2.0 * rank,
            "all-linear",
            5_776L * rank,
            0,
            new Adapter.Lineage(
                base,
                Optional.of("ab".repeat(32)),
                Optional.of(name),
                Optional.of("cd".repeat(32)),
                Optional.empty(),
                Optional.empty(),
                Optional.of("deltaworks 0.1.0, libtorch 2.7.1")),
            loss,
            "",
            List.of(),
            0);
    return catalog.publisher().publish(draft, folder -> write(folder, rank));
  }

  private static void write(Path folder, int rank) {
    try {
      Files.writeString(folder.resolve(AdapterPublisher.CONFIGURATION), "{}");
      Files.write(folder.resolve(AdapterPublisher.WEIGHTS), new byte[23_104 * rank]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    catalog.close();
  }

  /** A process that found nothing wrong. */
  private record Begun() implements Trainer.Beginning {
    @Override
    public boolean isAlive() {
      return true;
    }

    @Override
    public Problem refusal() {
      throw new IllegalStateException("nothing was refused");
    }

    @Override
    public void cancel() {}
  }

  /** Stands for the processes of runs. */
  private final class NoProcesses implements Trainer {
    @Override
    public Beginning begin(RunProposal proposal, Instant asked) {
      launched.add(catalog.runs().create(proposal));
      return new Begun();
    }

    @Override
    public Beginning enqueue(RunProposal proposal, Optional<Instant> notBefore) {
      if (!readsForever) {
        catalog.runs().queue().create(proposal, notBefore);
        onceItWaits.run();
      }
      return new Begun();
    }

    @Override
    public void launch(Run run, Instant asked) {
      launched.add(run);
    }

    @Override
    public boolean isAlive(Run run) {
      return true;
    }

    @Override
    public Optional<String> lastWords(Run run) {
      return Optional.empty();
    }

    @Override
    public void kill(Run run) {}
  }
}
