package org.deltaworks.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Adjustment;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings in real child processes on a real model, from draft to adapter. */
class TrainingEndToEndTest {
  @TempDir private Path folder;
  private OpenHome home;

  @BeforeEach
  void open() throws IOException {
    home = new OpenHome(folder);
  }

  @AfterEach
  void close() {
    if (home != null) {
      home.close();
    }
  }

  @Test
  void aTrainingWalksTheReferenceLossesAndPublishesItsAdapter() throws Exception {
    JsonNode golden = home.golden.get("lora");
    Path out = folder.resolve("copy");
    TrainingDraft draft =
        home.reference()
            .with(Setting.NAME, "golden")
            .with(Setting.STEPS, "100")
            .with(Setting.OUT, out.toString());
    Run run = home.end(home.bench.training().start(draft));
    assertThat(run.problem()).isEmpty();
    assertThat(run.state()).isEqualTo(RunState.FINISHED);
    List<Run.StepPoint> steps = home.bench.runs().history(run.id(), 0).steps();
    assertThat(steps).hasSize(100);
    for (int i = 0; i < steps.size(); i++) {
      assertThat(steps.get(i).loss())
          .isCloseTo(golden.get("losses").get(i).asDouble(), within(1e-3));
    }
    assertThat(run.facts().trainable()).isEqualTo(golden.get("trainable").asLong());
    assertThat(run.facts().secondsToFirstStep()).isBetween(0.1, 60.0);
    assertThat(run.facts().peakResidentMegabytes()).isGreaterThan(50);
    Adapter adapter = home.bench.adapters().find("golden");
    assertThat(run.result()).hasValue("golden");
    assertThat(adapter.lineage().baseModel()).isEqualTo("stories260K-hf");
    assertThat(adapter.lineage().baseSha256()).isPresent();
    assertThat(adapter.lineage().run()).hasValue("golden");
    assertThat(out.resolve("adapter_model.safetensors"))
        .hasSameBinaryContentAs(adapter.folder().resolve("adapter_model.safetensors"));
    assertThat(Files.readString(adapter.folder().resolve("adapter_config.json")))
        .contains("stories260K-hf")
        .doesNotContain(OpenHome.data("").toString());
    Path checkpoints = folder.resolve("runs").resolve("" + run.id()).resolve("checkpoints");
    // They go when the run is written down as finished, not before.
    home.until(run.id(), r -> Files.notExists(checkpoints));
    assertThatThrownBy(() -> home.bench.training().start(draft.with(Setting.OUT, "")))
        .hasMessageContaining("called \"golden\" already");
    assertThatThrownBy(() -> home.bench.training().start(draft.with(Setting.NAME, "other")))
        .hasMessageContaining("exists already");
  }

  @Test
  void stopKeepsWhatWasLearntAndTheRunCanGoOn() throws Exception {
    TrainingDraft draft = home.reference().with(Setting.NAME, "s").with(Setting.STEPS, "100000");
    Run run = home.bench.training().start(draft);
    home.until(run.id(), r -> r.progress().step() >= 3);
    home.bench.runs().stop(run.id());
    Run stopped = home.end(run);
    assertThat(stopped.state()).isEqualTo(RunState.STOPPED);
    assertThat(stopped.result()).hasValue("s");
    assertThat(home.bench.adapters().list()).hasSize(1);
    int step = stopped.progress().step();
    home.bench.runs().resume(run.id());
    home.until(run.id(), r -> r.state() == RunState.RUNNING && r.progress().step() > step);
    home.bench.runs().pause(run.id());
    Run paused = home.end(run);
    assertThat(paused.state()).isEqualTo(RunState.PAUSED);
    List<Run.StepPoint> points = home.bench.runs().history(run.id(), 0).steps();
    for (int i = 0; i < points.size(); i++) {
      assertThat(points.get(i).step()).isEqualTo(i + 1);
    }
  }

  @Test
  void aKilledProcessTurnsTheRunIntoAFailedOneAndItsCurveStays() throws Exception {
    Run run = home.bench.training().start(home.reference().with(Setting.STEPS, "100000"));
    home.until(run.id(), r -> r.progress().step() >= 3);
    long pid = home.bench.runs().get(run.id()).owner().orElseThrow().processId();
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    Instant killed = Instant.now();
    while (home.bench.runs().get(run.id()).state() == RunState.RUNNING) {
      Thread.sleep(20);
    }
    assertThat(Duration.between(killed, Instant.now())).isLessThan(Duration.ofSeconds(5));
    Run dead = home.bench.runs().get(run.id());
    assertThat(dead.state()).isEqualTo(RunState.FAILED);
    assertThat(dead.problem().orElseThrow().kind()).isEqualTo(Problem.Kind.WORKER_DIED);
    assertThat(home.bench.runs().history(run.id(), 0).steps()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(home.bench.adapters().list()).isEmpty();
  }

  @Test
  void aRunWhoseLossBecameNoNumberGoesOnMoreCarefully() throws Exception {
    TrainingDraft draft =
        home.reference()
            .with(Setting.NAME, "wild")
            .with(Setting.STEPS, "12")
            .with(Setting.LEARNING_RATE, "1e12");
    Run run = home.bench.training().start(draft);
    Run failed = Killing.await(home, run.id(), r -> r.state().atRest());
    Problem why = failed.problem().orElseThrow();
    assertThat(why.kind()).isEqualTo(Problem.Kind.NOT_FINITE);
    assertThat(why.message()).contains("It looked at row ");
    int learnt = failed.progress().step();
    assertThat(home.bench.runs().checkpoints(run.id())).last().returns(learnt, c -> c.step());
    home.bench.runs().resume(run.id(), Adjustment.HALF_RATE, Instant.now());
    Run again = Killing.await(home, run.id(), r -> r.state().atRest());
    assertThat(again.draft().text(Setting.LEARNING_RATE)).isEqualTo("5.0E11");
    assertThat(home.bench.runs().history(run.id(), 0).log())
        .anyMatch(l -> l.message().contains("learning rate 5.0E11 instead of 1e12"));
  }

  @Test
  void withLessMemoryARunGoesOnWithTheSameSteps() throws Exception {
    TrainingDraft draft = home.reference().with(Setting.NAME, "big").with(Setting.STEPS, "60");
    Run whole = home.end(home.bench.training().start(draft));
    Run run = home.bench.training().start(draft.with(Setting.NAME, "less"));
    home.until(run.id(), r -> r.progress().step() >= 3 || r.state().atRest());
    home.bench.runs().pause(run.id());
    assertThat(home.end(run).state()).isEqualTo(RunState.PAUSED);
    home.bench.runs().resume(run.id(), Adjustment.LESS_MEMORY, Instant.now());
    Run end = home.end(run);
    assertThat(end.draft().text(Setting.BATCH_SIZE)).isEqualTo("2");
    assertThat(end.draft().text(Setting.ACCUMULATE)).isEqualTo("2");
    List<Double> losses = Killing.losses(home, end.id());
    assertThat(losses).hasSize(60);
    for (int i = 0; i < 60; i++) {
      assertThat(losses.get(i)).isCloseTo(Killing.losses(home, whole.id()).get(i), within(1e-4));
    }
  }

  @Test
  void samplePromptsAreAnsweredAndHeldOutRowsTested() throws Exception {
    TrainingDraft draft =
        home.reference()
            .with(Setting.STEPS, "4")
            .with(Setting.EVAL_FRACTION, "0.2")
            .with(Setting.EVAL_EVERY, "2")
            .with(Setting.SAMPLE_PROMPT, List.of("Once upon a time"));
    Run run = home.end(home.bench.training().start(draft));
    assertThat(run.state()).as("%s", run.problem()).isEqualTo(RunState.FINISHED);
    Run.History history = home.bench.runs().history(run.id(), 0);
    assertThat(history.evaluations()).extracting(Run.EvaluationPoint::step).contains(2, 4);
    assertThat(history.samples()).extracting(Run.Sample::step).contains(2, 4);
    assertThat(history.samples()).allMatch(s -> !s.answer().isBlank());
    assertThat(home.bench.adapters().list().getFirst().evaluationLoss()).isPresent();
  }

  @Test
  void everyWeightCanBeTrainedAndAModelComesOut() throws Exception {
    TrainingDraft draft =
        home.reference()
            .with(Setting.INIT_ADAPTER, "")
            .with(Setting.METHOD, "full")
            .with(Setting.NAME, "whole")
            .with(Setting.STEPS, "3");
    Run run = home.end(home.bench.training().start(draft));
    assertThat(run.state()).as("%s", run.problem()).isEqualTo(RunState.FINISHED);
    assertThat(run.facts().trainable()).isEqualTo(run.facts().totalParameters());
    assertThat(home.bench.models().open("whole").parameters())
        .isEqualTo(home.bench.models().open(OpenHome.model()).parameters());
  }

  @ParameterizedTest
  @ValueSource(strings = {"last-layers", "bitfit"})
  void aPartOfTheWeightsCanBeTrainedAndAModelComesOut(String method) throws Exception {
    TrainingDraft draft =
        home.reference()
            .with(Setting.INIT_ADAPTER, "")
            .with(Setting.METHOD, method)
            .with(Setting.NAME, "part")
            .with(Setting.STEPS, "3");
    Run run = home.end(home.bench.training().start(draft));
    assertThat(run.state()).as("%s", run.problem()).isEqualTo(RunState.FINISHED);
    assertThat(run.facts().trainable()).isPositive().isLessThan(run.facts().totalParameters());
    assertThat(run.facts().peakResidentMegabytes()).isPositive();
    assertThat(home.bench.models().open("part").parameters())
        .isEqualTo(home.bench.models().open(OpenHome.model()).parameters());
  }
}
