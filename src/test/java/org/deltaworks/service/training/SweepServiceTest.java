package org.deltaworks.service.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunStore;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.SweepMetric;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingEvent;
import org.deltaworks.testing.SharedData;
import org.deltaworks.ui.desk.Desk;
import org.deltaworks.ui.desk.ScriptedAnswerer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepServiceTest {
  private Desk desk;
  private SweepService sweeps;
  private TrainingDraft lists = TrainingDraft.empty();

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    desk = new Desk(folder.resolve("home"), new ScriptedAnswerer());
    sweeps = new SweepService(desk.catalog.sweeps(), desk.training, desk.runs, desk.queue);
    lists =
        TrainingDraft.empty()
            .with(Setting.MODEL, SharedData.at("models/stories260K-hf").toString())
            .with(
                Setting.DATA,
                Files.writeString(folder.resolve("rows.jsonl"), "{\"text\": \"The boat.\"}\n")
                    .toString())
            .with(Setting.NAME, "ranks")
            .with(Setting.RANK, "4,8,16");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private SweepOverview start(TrainingDraft draft) {
    return sweeps.start(draft, SweepMetric.HELD_OUT, Optional.empty());
  }

  private void train(Run run, double... heldOut) {
    Instant now = Instant.now();
    desk.catalog.runs().claim(run.id(), new Run.Owner(1, 1));
    desk.catalog.runs().append(run.id(), new TrainingEvent.Started(now, 10, 100, 1, 8, 2));
    for (int step = 0; step < heldOut.length; step++) {
      if (step > 0) {
        desk.catalog
            .runs()
            .append(run.id(), new TrainingEvent.Stepped(now, step, 2.0, 1, 1e-3, 10, 5, 0.1));
      }
      desk.catalog
          .runs()
          .append(run.id(), new TrainingEvent.Evaluated(now, step, heldOut[step], 9));
    }
    desk.catalog
        .runs()
        .append(run.id(), new TrainingEvent.Finished(now, heldOut.length - 1, run.name()));
  }

  @Test
  void oneRunForEachCombinationWaitsInOrder() {
    SweepOverview overview = start(lists);
    assertThat(desk.queue.list())
        .extracting(w -> w.run().name())
        .containsExactly("ranks-1", "ranks-2", "ranks-3");
    assertThat(overview.points())
        .extracting(p -> p.value(Setting.RANK))
        .containsExactly("4", "8", "16");
    assertThat(overview.best()).isEmpty();
    assertThat(sweeps.list()).extracting(o -> o.sweep().name()).containsExactly("ranks");
  }

  @Test
  void theBestIsTheOneWithTheLowestLossAfterAnyStep() {
    List<Run> runs = start(lists).points().stream().map(SweepOverview.Point::run).toList();
    train(runs.get(0), 0.1, 2.0, 1.5);
    assertThat(sweeps.find("ranks").best().orElseThrow().run().name())
        .as("what was before training does not count")
        .isEqualTo("ranks-1");
    assertThat(sweeps.find("ranks").best().orElseThrow().metric()).hasValue(1.5);
    train(runs.get(1), 5.0, 1.25, 3.0);
    train(runs.get(2), 5.0, 4.0, 1.3);
    SweepOverview all = sweeps.find("ranks");
    assertThat(all.best().orElseThrow().run().name()).isEqualTo("ranks-2");
    assertThat(all.ended()).isEqualTo(3);
  }

  @Test
  void whatFailedIsNeverTheBest() {
    List<Run> runs = start(lists).points().stream().map(SweepOverview.Point::run).toList();
    desk.catalog.runs().claim(runs.get(0).id(), new Run.Owner(1, 1));
    Instant now = Instant.now();
    desk.catalog.runs().append(runs.get(0).id(), new TrainingEvent.Started(now, 10, 100, 1, 8, 2));
    desk.catalog.runs().append(runs.get(0).id(), new TrainingEvent.Evaluated(now, 1, 0.1, 9));
    assertThat(sweeps.find("ranks").best().orElseThrow().run().name()).isEqualTo("ranks-1");
    desk.catalog
        .runs()
        .append(
            runs.get(0).id(),
            new TrainingEvent.Failed(
                now, 1, Problem.of(Problem.Kind.NO_SPACE, "The disk is full.", "Make room.")));
    assertThat(sweeps.find("ranks").best()).isEmpty();
    train(runs.get(1), 5.0, 1.25);
    assertThat(sweeps.find("ranks").best().orElseThrow().run().name()).isEqualTo("ranks-2");
  }

  @Test
  void timeIsCountedOnceHoweverOftenOneLooks() {
    Run run = start(lists).points().getFirst().run();
    desk.catalog.runs().claim(run.id(), new Run.Owner(1, 1));
    Instant now = Instant.now();
    desk.catalog.runs().append(run.id(), new TrainingEvent.Started(now, 10, 100, 4, 8, 2));
    for (int step = 1; step <= 4; step++) {
      desk.catalog
          .runs()
          .append(run.id(), new TrainingEvent.Stepped(now, step, 2.0, 1, 1e-3, 10, 5, 0.5));
      assertThat(sweeps.find("ranks").points().getFirst().seconds()).isEqualTo(0.5 * step);
      sweeps.list();
    }
  }

  @Test
  void whatIsHiddenIsInNoListAndASweepOfHiddenRunsNeither() {
    List<Run> runs = start(lists).points().stream().map(SweepOverview.Point::run).toList();
    desk.queue.cancel(runs.get(0).id());
    desk.runs.discard(runs.get(0).id());
    assertThat(sweeps.list().getFirst().points()).hasSize(2);
    assertThat(sweeps.find("ranks").points()).hasSize(2);
    desk.runs.restore(runs.get(0).id());
    assertThat(sweeps.list().getFirst().points()).hasSize(3);
    desk.queue.forget(runs.get(1).id());
    desk.queue.forget(runs.get(2).id());
    desk.runs.discard(runs.get(0).id());
    assertThat(sweeps.list()).isEmpty();
    assertThatThrownBy(() -> sweeps.find("ranks")).hasMessageContaining("no sweep \"ranks\"");
  }

  @Test
  void ofRunsThatAreGoneNothingIsRemembered() {
    List<Run> runs = start(lists).points().stream().map(SweepOverview.Point::run).toList();
    SweepReadings readings = new SweepReadings(desk.runs);
    runs.forEach(run -> readings.point(SweepMetric.HELD_OUT, run));
    assertThat(readings.size()).isEqualTo(3);
    readings.keepOnly(Set.of(runs.get(1).id()));
    assertThat(readings.size()).isEqualTo(1);
    assertThat(readings.point(SweepMetric.HELD_OUT, runs.get(0)).seconds()).isZero();
  }

  @Test
  void whoIsInterruptedWhileItStartsLeavesNothing() {
    desk.onceItWaits = () -> Thread.currentThread().interrupt();
    assertThatThrownBy(() -> start(lists)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(desk.queue.list()).isEmpty();
    assertThat(desk.runs.list()).isEmpty();
    desk.onceItWaits = () -> {};
    assertThat(start(lists).points()).hasSize(3);
  }

  @Test
  void whatNobodyWantsAnyMoreIsForgottenAndWhatTrainsAlreadyIsStopped() {
    SweepOverview begun = start(lists);
    Run first = begun.points().getFirst().run();
    Run.Owner starter = new Run.Owner(1, 1);
    desk.catalog.runs().queue().take(starter, Instant.now());
    desk.catalog.runs().queue().launched(first.id(), starter);
    desk.catalog.runs().claim(first.id(), starter);
    sweeps.takeBack(begun);
    assertThat(desk.runs.list()).extracting(Run::name).containsExactly("ranks-1");
    assertThat(desk.catalog.runs().takeWish(first.id())).contains(RunStore.Wish.STOP);
  }

  @Test
  void whatWaitsIsCancelledAndComesBackBehindTheOthers() {
    List<Run> runs = start(lists).points().stream().map(SweepOverview.Point::run).toList();
    start(lists.with(Setting.NAME, "others"));
    train(runs.get(0), 2.0);
    List<Long> cancelled = sweeps.cancelWaiting("ranks");
    assertThat(cancelled).containsExactly(runs.get(1).id(), runs.get(2).id());
    assertThat(desk.queue.list())
        .extracting(w -> w.run().name())
        .containsExactly("others-1", "others-2", "others-3");
    sweeps.putBack(cancelled);
    assertThat(desk.queue.list()).extracting(w -> w.run().name()).endsWith("ranks-2", "ranks-3");
    assertThat(sweeps.members().get("ranks")).hasSize(3);
  }

  @Test
  void oneBadCombinationKeepsAllOfThemOut() {
    assertThatThrownBy(() -> start(lists.with(Setting.RANK, "4,0"))).hasMessageContaining("ank");
    assertThat(desk.queue.list()).isEmpty();
    assertThat(desk.runs.list()).isEmpty();
    start(lists);
    assertThatThrownBy(() -> start(lists)).hasMessageContaining("ranks-1");
    assertThat(desk.runs.list()).hasSize(3);
  }

  @Test
  void aSweepWhoseNameIsTakenLeavesNothing() {
    start(lists);
    desk.queue.forget(desk.queue.list().getFirst().run().id());
    assertThatThrownBy(() -> start(lists)).hasMessageContaining("ranks");
    assertThat(desk.runs.list()).extracting(Run::name).containsExactly("ranks-3", "ranks-2");
  }

  @Test
  void withoutANameItFindsOne() {
    TrainingDraft nameless = lists.with(Setting.NAME, "");
    String first = start(nameless).sweep().name();
    String second = start(nameless).sweep().name();
    assertThat(first).endsWith("-sweep");
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void aFolderForAllOfThemIsRefused() {
    assertThatThrownBy(() -> start(lists.with(Setting.OUT, "/tmp/out")))
        .hasMessageContaining("same folder");
  }
}
