package org.deltaworks.ui.harness;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.deltaworks.catalog.Catalog;
import org.deltaworks.domain.datasets.DatasetLocator;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunProposal;
import org.deltaworks.domain.training.RunQueue;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.SweepMetric;
import org.deltaworks.domain.training.Trainer;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingEvent;
import org.deltaworks.format.hub.ModelFolder;
import org.deltaworks.platform.Folders;
import org.deltaworks.platform.MachineProbe;
import org.deltaworks.service.models.ModelService;
import org.deltaworks.service.runs.HomeRunFolders;
import org.deltaworks.service.runs.QueueService;
import org.deltaworks.service.runs.Resumption;
import org.deltaworks.service.runs.RunService;
import org.deltaworks.service.task.TaskRunner;
import org.deltaworks.service.task.VirtualThreads;
import org.deltaworks.service.training.EstimateService;
import org.deltaworks.service.training.MemoryRoom;
import org.deltaworks.service.training.Reviews;
import org.deltaworks.service.training.SweepOverview;
import org.deltaworks.service.training.SweepService;
import org.deltaworks.service.training.TrainingService;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.fx.ScreenThread;

/**
 * A real catalog in a folder of the test's, with the services over it. Only the child process is
 * played: by the test itself, which appends the events that a process would.
 */
public final class Workplace implements AutoCloseable {
  private final Folders folders;
  private final Catalog catalog;
  private final TaskRunner tasks = new VirtualThreads();
  private final PlayedTrainer trainer = new PlayedTrainer();
  private final RunService runs;
  private final QueueService queue;
  private final SweepService sweeps;
  private volatile boolean memoryShort;

  /** Opens a catalog in this folder. */
  public Workplace(Path folder) {
    this.folders = new Folders(folder.resolve("home"), folder.resolve("cache")).prepare();
    this.catalog = Catalog.open(folders);
    this.runs = new RunService(catalog.runs(), trainer, new HomeRunFolders(folders));
    this.queue = new QueueService(catalog.runs(), runs, trainer, () -> {});
    this.sweeps = new SweepService(catalog.sweeps(), training(), runs, queue);
  }

  /** The catalog. */
  public Catalog catalog() {
    return catalog;
  }

  /** Its folders. */
  public Folders folders() {
    return folders;
  }

  /** Runs, as the window sees them. */
  public RunService runs() {
    return runs;
  }

  /** What waits, as the window sees it. */
  public QueueService queue() {
    return queue;
  }

  /** Sweeps, as the window sees them. */
  public SweepService sweeps() {
    return sweeps;
  }

  private TrainingService training() {
    ModelService models =
        new ModelService(
            catalog.models(),
            (name, folder) -> ModelFolder.ofKnownFamilies().read(name, folder).model(),
            Optional.empty());
    DatasetLocator data = new DatasetLocator(catalog.datasets());
    Reviews reviews = new Reviews(models, data, catalog.adapters());
    EstimateService estimates =
        new EstimateService(reviews, data, new MachineProbe()::look, () -> Long.MAX_VALUE);
    return new TrainingService(
        reviews,
        data,
        catalog.adapters(),
        catalog.runs(),
        runs,
        queue,
        new MemoryRoom(estimates, () -> Long.MAX_VALUE));
  }

  /** A sweep over so many ranks, each run of which waits for its turn. */
  public SweepOverview sweep(String name, int ranks) {
    return sweep(
        name,
        List.of(Setting.RANK),
        IntStream.range(0, ranks)
            .mapToObj(i -> TrainingDraft.empty().with(Setting.RANK, Integer.toString(4 << i)))
            .toList());
  }

  /** A sweep of these settings, each run of which waits for its turn. */
  public SweepOverview sweep(String name, List<Setting> varied, List<TrainingDraft> points) {
    List<RunProposal> proposals = new ArrayList<>();
    for (TrainingDraft point : points) {
      String run = name + "-" + (proposals.size() + 1);
      proposals.add(catalog.runs().propose(run, point.with(Setting.NAME, run), "polder"));
    }
    Run first = catalog.runs().queue().create(proposals.getFirst(), Optional.empty());
    catalog
        .sweeps()
        .create(
            name,
            varied,
            SweepMetric.HELD_OUT,
            first,
            proposals.subList(1, proposals.size()),
            Optional.empty());
    return sweeps.find(name);
  }

  /** Lets a waiting run have its turn, and do so many of its steps. */
  public void takeTurn(Run run, int done, int planned) {
    Run.Owner starter = new Run.Owner(7, 7);
    catalog.runs().queue().move(run.id(), RunQueue.Move.FIRST);
    catalog.runs().queue().take(starter, Instant.now());
    catalog.runs().queue().launched(run.id(), starter);
    trainer.alive.add(run.id());
    train(run, done, planned);
  }

  /** Lets runs go on, as the window does it. */
  public Resumption resumption() {
    return new Resumption(runs, queue, draft -> memoryShort);
  }

  /** From here on there is no memory for one more run. */
  public void memoryIsShort() {
    memoryShort = true;
  }

  /** A run that waits for its turn. */
  public Run waiting(String name) {
    return catalog
        .runs()
        .queue()
        .create(catalog.runs().propose(name, TrainingDraft.empty(), "polder"), Optional.empty());
  }

  /** Work off the window's thread, as the window does it. */
  public Background background() {
    return new Background(tasks, ScreenThread.platform());
  }

  /** Runs launched or killed by the window. */
  public Set<Long> launched() {
    return trainer.launched;
  }

  /** A run in state queued. */
  public Run queued(String name) {
    TrainingDraft draft =
        TrainingDraft.empty()
            .with(Setting.MODEL, "polder")
            .with(Setting.DATA, List.of("pirate.jsonl"))
            .with(Setting.RANK, "8")
            .with(Setting.BATCH_SIZE, "8")
            .with(Setting.NAME, name);
    return queued(draft);
  }

  /** A run in state queued with these settings on the bundled base. */
  public Run queued(TrainingDraft draft) {
    Run run =
        catalog.runs().create(catalog.runs().propose(draft.text(Setting.NAME), draft, "polder"));
    trainer.alive.add(run.id());
    return run;
  }

  /** A run that trains and has done so many of its steps. */
  public Run running(String name, int done, int planned) {
    Run run = queued(name);
    train(run, done, planned);
    return run;
  }

  /** Lets a queued run train so many of its steps. */
  public void train(Run run, int done, int planned) {
    catalog.runs().claim(run.id(), new Run.Owner(1, 1));
    append(run, new TrainingEvent.Started(Instant.now(), 20_480, 2_300_000, planned, 360, 40));
    catalog
        .runs()
        .putFacts(
            run.id(),
            Run.Facts.UNKNOWN
                .withNumbers(20_480, 2_300_000)
                .withSecondsToFirstStep(2.4)
                .withPromised(new Run.Footprint(588, 41, 12))
                .withCorrected(Optional.of(new Run.Footprint(619, 47.5, 12)))
                .withTaken(new Run.Footprint(612, 44, 9)));
    steps(run, 1, done, planned);
  }

  /** Appends the events of these steps, with an evaluation now and then. */
  public void steps(Run run, int from, int to, int planned) {
    Random random = new Random(run.id() * 31 + from);
    int every = Math.max(1, planned / 8);
    for (int step = from; step <= to; step++) {
      double loss = 0.55 + 2.4 * Math.exp(-5.0 * step / planned);
      append(
          run,
          new TrainingEvent.Stepped(
              Instant.now(),
              step,
              loss * (1 + 0.08 * random.nextGaussian()),
              0.8,
              2e-4 * (1 - step / (double) (planned + 1)),
              212,
              120,
              0.5));
      if (step % every == 0) {
        append(run, new TrainingEvent.Evaluated(Instant.now(), step, loss + 0.07, 900));
        append(
            run,
            new TrainingEvent.Sampled(
                Instant.now(),
                step,
                "Where is the harbour?",
                step < planned / 2
                    ? "The harbour is north of the mill."
                    : "Arr, the harbour be north o' the mill, matey!"));
        append(run, new TrainingEvent.Noted(Instant.now(), "Tested at step " + step + "."));
      }
    }
  }

  /** Appends one event. */
  public void append(Run run, TrainingEvent event) {
    catalog.runs().append(run.id(), event);
  }

  /** Ends a run with a result of this name. */
  public void finish(Run run, int step, String result) {
    append(run, new TrainingEvent.Finished(Instant.now(), step, result));
    trainer.alive.remove(run.id());
  }

  /** Ends a run with a problem. */
  public void fail(Run run, int step, Problem problem) {
    append(run, new TrainingEvent.Failed(Instant.now(), step, problem));
    trainer.alive.remove(run.id());
  }

  /** Lets the process of a run die without a word. */
  public void die(Run run) {
    trainer.alive.remove(run.id());
  }

  @Override
  public void close() {
    tasks.close();
    catalog.close();
  }

  /** Knows which processes live because the test says so. */
  private static final class PlayedTrainer implements Trainer {
    private final Set<Long> alive = ConcurrentHashMap.newKeySet();
    private final Set<Long> launched = ConcurrentHashMap.newKeySet();

    @Override
    public Beginning begin(RunProposal proposal, Instant since) {
      throw new IllegalStateException("no test of a window begins a run here");
    }

    @Override
    public Beginning enqueue(RunProposal proposal, Optional<Instant> notBefore) {
      throw new IllegalStateException("no test of a window begins a run here");
    }

    @Override
    public void launch(Run run, Instant since) {
      launched.add(run.id());
      alive.add(run.id());
    }

    @Override
    public boolean isAlive(Run run) {
      return alive.contains(run.id());
    }

    @Override
    public Optional<String> lastWords(Run run) {
      return Optional.of("std::bad_alloc");
    }

    @Override
    public void kill(Run run) {
      alive.remove(run.id());
    }
  }
}
