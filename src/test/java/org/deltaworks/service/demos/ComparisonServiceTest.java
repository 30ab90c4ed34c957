package org.deltaworks.service.demos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deltaworks.catalog.Catalog;
import org.deltaworks.corpus.demo.DemoShelf;
import org.deltaworks.domain.adapters.AdapterLocator;
import org.deltaworks.domain.datasets.DatasetLocator;
import org.deltaworks.domain.demos.Arm;
import org.deltaworks.domain.demos.Comparison;
import org.deltaworks.domain.demos.Comparison.Baseline;
import org.deltaworks.domain.demos.Comparison.Entry;
import org.deltaworks.domain.demos.Comparison.Figures;
import org.deltaworks.domain.demos.Comparison.State;
import org.deltaworks.domain.demos.Demo;
import org.deltaworks.domain.models.ModelLocator;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunProposal;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.Trainer;
import org.deltaworks.domain.training.TrainingEvent;
import org.deltaworks.format.comparison.ComparisonFile;
import org.deltaworks.format.hub.ModelFolder;
import org.deltaworks.platform.Folders;
import org.deltaworks.platform.InstalledFiles;
import org.deltaworks.platform.MachineProbe;
import org.deltaworks.service.adapters.AdapterService;
import org.deltaworks.service.adapters.PeftFolders;
import org.deltaworks.service.datasets.DatasetService;
import org.deltaworks.service.datasets.FileDatasets;
import org.deltaworks.service.models.ModelService;
import org.deltaworks.service.playground.PlaygroundService;
import org.deltaworks.service.runs.HomeRunFolders;
import org.deltaworks.service.runs.QueueService;
import org.deltaworks.service.runs.RunService;
import org.deltaworks.service.training.EstimateService;
import org.deltaworks.service.training.MemoryRoom;
import org.deltaworks.service.training.Reviews;
import org.deltaworks.service.training.TrainingService;
import org.deltaworks.ui.desk.ScriptedAnswerer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real catalog, demos and training service; a played process takes one step and ends. */
class ComparisonServiceTest {
  private static final int ARMS = Arm.all().size();

  private final Played trainer = new Played();
  private final Measured measure = new Measured();
  private Folders folders;
  private Catalog catalog;
  private RunService runs;
  private ComparisonService service;

  @BeforeEach
  void open(@TempDir Path home) {
    folders = new Folders(home, Path.of("target", "cache")).prepare();
    catalog = Catalog.open(folders);
    runs = new RunService(catalog.runs(), trainer, new HomeRunFolders(folders));
    service = service();
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  private ComparisonService service() {
    Optional<Path> bundled = InstalledFiles.asset("models/polder");
    ModelService models =
        new ModelService(
            catalog.models(),
            (name, folder) -> ModelFolder.ofKnownFamilies().read(name, folder).model(),
            bundled);
    DatasetLocator data = new DatasetLocator(catalog.datasets());
    Reviews reviews = new Reviews(models, data, catalog.adapters());
    EstimateService estimates =
        new EstimateService(reviews, data, new MachineProbe()::look, () -> Long.MAX_VALUE);
    TrainingService training =
        new TrainingService(
            reviews,
            data,
            catalog.adapters(),
            catalog.runs(),
            runs,
            new QueueService(catalog.runs(), runs, trainer, () -> {}),
            new MemoryRoom(estimates, () -> Long.MAX_VALUE));
    AdapterService adapters =
        new AdapterService(
            catalog.adapters(),
            new PeftFolders(folders.adapters(), catalog.publisher(), catalog.adapters()));
    DemoService demos =
        new DemoService(
            new DemoShelf(InstalledFiles.assets().orElseThrow().resolve("demos")),
            new DatasetService(catalog.datasets(), new FileDatasets(models)),
            new PlaygroundService(
                new ScriptedAnswerer(),
                new ModelLocator(catalog.models(), bundled),
                new AdapterLocator(catalog.adapters())),
            new DemoService.Trainings(training, runs, adapters));
    return new ComparisonService(
        demos,
        training,
        runs,
        measure,
        new ComparisonFile(folders.home().resolve("why-lora.json")));
  }

  @Test
  void everyWayIsTrainedAndMeasuredInTurn() throws InterruptedException {
    List<Comparison> heard = new ArrayList<>();
    service.follow(heard::add);
    Comparison done = service.start();
    assertThat(done.entries()).extracting(Entry::state).containsOnly(State.MEASURED);
    assertThat(done.over()).isTrue();
    assertThat(runs.list()).hasSize(ARMS);
    assertThat(measure.of).containsExactlyElementsOf(Arm.all().stream().map(Arm::name).toList());
    assertThat(heard.getLast()).isEqualTo(done);
    assertThat(service.last()).contains(done);
    Run lora = runs.find("why-lora-lora-1");
    assertThat(lora.draft().text(Setting.RANK)).isEqualTo("1");
    assertThat(lora.draft().text(Setting.ALPHA)).isEqualTo("2");
  }

  @Test
  void oneThatFailsOrIsStoppedLeavesTheOthersAlone() throws InterruptedException {
    trainer.fails.add("why-lora-full");
    trainer.stops.add("why-lora-lora-16");
    Comparison done = service.start();
    Entry full = entry(done, "full");
    assertThat(full.state()).isEqualTo(State.FAILED);
    assertThat(full.problem().orElseThrow().message()).isEqualTo("No memory.");
    assertThat(entry(done, "lora-16").state()).isEqualTo(State.STOPPED);
    assertThat(entry(done, "lora-4").state()).isEqualTo(State.MEASURED);
    assertThat(entry(done, "lora-1").state()).isEqualTo(State.MEASURED);
  }

  @Test
  void aMeasureThatFailsIsToldWithItsRun() throws InterruptedException {
    measure.broken = "lora-4";
    Comparison done = service.start();
    assertThat(entry(done, "lora-4").state()).isEqualTo(State.FAILED);
    assertThat(entry(done, "lora-4").run()).contains("why-lora-lora-4");
    assertThat(entry(done, "lora-1").state()).isEqualTo(State.MEASURED);
  }

  @Test
  void stoppingEndsTheRunAndStartsNoOther() throws InterruptedException {
    trainer.onLaunch = () -> service.stop();
    trainer.endless = true;
    Comparison done = service.start();
    assertThat(done.entries().getFirst().state()).isEqualTo(State.STOPPED);
    assertThat(done.entries().subList(1, ARMS))
        .extracting(Entry::state)
        .containsOnly(State.WAITING);
    assertThat(runs.list()).hasSize(1);
  }

  /** As after closing the window in the middle: another program finds the rest. */
  @Test
  void whatWasCutOffGoesOnWithTheRunThatIsThere() throws InterruptedException {
    trainer.endless = true;
    trainer.onLook = () -> Thread.currentThread().interrupt();
    assertThatThrownBy(service::start).isInstanceOf(InterruptedException.class);
    Comparison cut = service.last().orElseThrow();
    assertThat(cut.entries().getFirst().state()).isEqualTo(State.TRAINING);
    trainer.onLook = () -> {};
    trainer.endless = false;
    trainer.end(runs.list().getFirst());
    Comparison done = service().goOn();
    assertThat(done.over()).isTrue();
    assertThat(runs.list()).hasSize(ARMS);
    assertThat(measure.bases).isEqualTo(1);
  }

  @Test
  void aSecondOneIsRefusedMeanwhile() throws InterruptedException {
    List<Problem> told = new ArrayList<>();
    trainer.onLaunch =
        () -> {
          try {
            service.start();
          } catch (ProblemException e) {
            told.add(e.problem());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    service.start();
    assertThat(told).hasSize(ARMS).extracting(Problem::kind).containsOnly(Problem.Kind.CONFLICT);
  }

  private static Entry entry(Comparison all, String arm) {
    return all.entries().stream().filter(e -> e.arm().name().equals(arm)).findFirst().orElseThrow();
  }

  /** Stands for the process of a run: it takes a step and ends as it was told to. */
  private final class Played implements Trainer {
    private final Set<String> fails = new HashSet<>();
    private final Set<String> stops = new HashSet<>();
    private Runnable onLaunch = () -> {};
    private Runnable onLook = () -> {};
    private boolean endless;

    @Override
    public Beginning begin(RunProposal proposal, Instant asked) {
      launch(catalog.runs().create(proposal), asked);
      return new Begun();
    }

    @Override
    public Beginning enqueue(RunProposal proposal, Optional<Instant> notBefore) {
      catalog.runs().queue().create(proposal, notBefore);
      return new Begun();
    }

    @Override
    public void launch(Run run, Instant asked) {
      onLaunch.run();
      if (!endless) {
        end(run);
      } else {
        catalog.runs().claim(run.id(), new Run.Owner(1, 1));
        catalog.runs().move(run.id(), RunState.RUNNING);
      }
    }

    private void end(Run run) {
      Instant now = Instant.now();
      catalog.runs().claim(run.id(), new Run.Owner(1, 1));
      catalog.runs().append(run.id(), new TrainingEvent.Started(now, 10, 100, 1, 8, 2));
      catalog.runs().append(run.id(), new TrainingEvent.Stepped(now, 1, 2.0, 1, 1e-3, 10, 5, 0.1));
      catalog.runs().append(run.id(), ending(run, now));
    }

    private TrainingEvent ending(Run run, Instant now) {
      if (fails.contains(run.name())) {
        return new TrainingEvent.Failed(
            now, 1, Problem.of(Problem.Kind.OUT_OF_MEMORY, "No memory.", "Close something."));
      }
      return stops.contains(run.name())
          ? new TrainingEvent.Stopped(now, 1, run.name())
          : new TrainingEvent.Finished(now, 1, run.name());
    }

    @Override
    public boolean isAlive(Run run) {
      onLook.run();
      // A wish reaches the process at its next sign of life.
      if (endless && catalog.runs().takeWish(run.id()).isPresent()) {
        catalog.runs().append(run.id(), new TrainingEvent.Stopped(Instant.now(), 0, run.name()));
      }
      return true;
    }

    @Override
    public Optional<String> lastWords(Run run) {
      return Optional.empty();
    }

    @Override
    public void kill(Run run) {}
  }

  /** A process that wrote its run down at once. */
  private static final class Begun implements Trainer.Beginning {
    @Override
    public boolean isAlive() {
      return true;
    }

    @Override
    public Problem refusal() {
      throw new IllegalStateException("nothing is refused here");
    }

    @Override
    public void cancel() {}
  }

  /** Stands for the process that answers. */
  private static final class Measured implements ArmMeasure {
    private final List<String> of = new ArrayList<>();
    private String broken = "";
    private int bases;

    @Override
    public Baseline base(Demo demo) {
      bases++;
      return new Baseline(0, 1);
    }

    @Override
    public Figures of(Demo demo, Arm arm, Run run) {
      if (arm.name().equals(broken)) {
        throw Problem.of(Problem.Kind.NOT_FOUND, "It is gone.", "Train it again.").asException();
      }
      of.add(arm.name());
      return new Figures(10, 100, 300, 1, 40, 0.9, 1.1);
    }
  }
}
