package org.deltaworks.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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

/** Real trainings, in processes of their own, whose learning rate is far too high. */
class DivergenceEndToEndTest {
  private static final int STEPS = 200;

  /** Above what the model begins with. */
  private static final double RISEN = 4.9;

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
  void whereItWasAskedForTheRunStopsAndGoesOnFromBeforeTheLossRose() throws Exception {
    Run end = ended(tooFast("watched").with(Setting.STOP_ON_DIVERGENCE, "true"));
    Problem problem = end.problem().orElseThrow();
    assertThat(problem.kind()).isEqualTo(Problem.Kind.DIVERGED);
    List<Double> losses = Killing.losses(home, end.id());
    assertThat(losses).hasSizeLessThan(STEPS).allMatch(Double::isFinite);
    int left = lastSaved(end);
    assertThat(problem.remedy()).contains("from the checkpoint of step " + left);
    assertThat(losses.subList(0, left)).allMatch(loss -> loss < RISEN);
    assertThat(losses.getLast()).isGreaterThan(RISEN);
    assertGoesOnAfter(end, left);
  }

  @Test
  void whereItWasNotTheLastFiniteOneStaysAndHalfTheRateGoesOnFromTheBest() throws Exception {
    Run end = ended(tooFast("unwatched"));
    assertThat(end.problem().orElseThrow().kind()).isEqualTo(Problem.Kind.NOT_FINITE);
    List<Double> losses = Killing.losses(home, end.id());
    assertThat(losses).allMatch(Double::isFinite);
    assertThat(lastSaved(end)).as("the last finite one is kept").isEqualTo(losses.size());
    int best = home.bench.runs().checkpoints(end.id()).getFirst().step();
    assertThat(losses.subList(0, best)).allMatch(loss -> loss < RISEN);
    Path late = Path.of(home.bench.runs().checkpoints(end.id()).getLast().folder());
    assertGoesOnAfter(end, best);
    assertThat(late).doesNotExist();
    assertThat(log(end)).anyMatch(line -> line.contains("goes on from step " + best));
  }

  private Run ended(TrainingDraft draft) throws Exception {
    Run run = home.bench.training().start(draft);
    return Killing.await(home, run.id(), r -> r.state() == RunState.FAILED);
  }

  /** With half the rate, in a process that begins its steps anew after this one. */
  private void assertGoesOnAfter(Run failed, int step) throws Exception {
    Instant now = Instant.now();
    Run again = home.bench.resumption().goOn(failed.id(), Adjustment.HALF_RATE, now);
    assertThat(again.draft().text(Setting.LEARNING_RATE)).isEqualTo("0.5");
    assertThat(Killing.within(Killing.PATIENCE, () -> !after(now, failed).isEmpty())).isTrue();
    List<Run.StepPoint> anew = after(now, failed);
    assertThat(anew.getFirst().step()).isEqualTo(step + 1);
    assertThat(anew.getFirst().loss()).isLessThan(RISEN);
    home.bench.runs().stop(failed.id());
  }

  private List<Run.StepPoint> after(Instant time, Run run) {
    return home.bench.runs().history(run.id(), 0).steps().stream()
        .filter(point -> point.at().isAfter(time))
        .toList();
  }

  private int lastSaved(Run run) {
    return home.bench.runs().checkpoints(run.id()).getLast().step();
  }

  private List<String> log(Run run) {
    return home.bench.runs().history(run.id(), 0).log().stream().map(Run.LogLine::message).toList();
  }

  /** The rate rises all the time, so that something is learnt first. */
  private TrainingDraft tooFast(String name) throws IOException {
    return Killing.draft(folder, name, STEPS)
        .with(Setting.DROPOUT, "0")
        .with(Setting.ACCUMULATE, "1")
        .with(Setting.LEARNING_RATE, "1")
        .with(Setting.WEIGHT_DECAY, "4")
        .with(Setting.WARMUP, "150")
        .with(Setting.EVAL_EVERY, "10")
        .with(Setting.SAVE_EVERY, "4")
        .with(Setting.KEEP, "1");
  }
}
