package org.deltaworks.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.RunStore;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingEvent.Noted;
import org.deltaworks.domain.training.TrainingEvent.Paused;
import org.deltaworks.service.task.SameThread;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.fx.ScreenThread;
import org.deltaworks.ui.harness.Places;
import org.deltaworks.ui.harness.Told;
import org.deltaworks.ui.harness.Workplace;
import org.deltaworks.ui.navigation.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No window here: properties only, over a real catalog. */
class RunViewModelTest {
  private final Places places = new Places();
  private final Told told = new Told();
  private final Workplace work;
  private final RunViewModel model;

  RunViewModelTest(@TempDir Path folder) {
    work = new Workplace(folder);
    model =
        new RunViewModel(
            work.runs(),
            work.resumption(),
            new Background(new SameThread(), ScreenThread.direct()),
            places,
            told);
  }

  @BeforeEach
  void nothingIsShownYet() {
    assertThat(model.contentProperty().get().ready()).isEmpty();
  }

  @AfterEach
  void close() {
    model.hide();
    work.close();
  }

  @Test
  void theWholeCurveIsThereAndGrows() {
    Run run = work.running("pirate-4", 30, 60);
    model.show(run.id());
    until(() -> model.live().series().steps().size() == 30);
    assertThat(model.live().timeLeft()).contains(Duration.ofSeconds(15));
    assertThat(model.live().tokensPerSecond()).contains(424.0);

    work.steps(run, 31, 40, 60);
    until(() -> model.live().series().steps().size() == 40);
    assertThat(model.live().series().evaluations().size()).isEqualTo(5);
    assertThat(model.samples()).hasSize(5);
  }

  @Test
  void pauseLeavesAWishAndWaitsForTheRun() {
    Run run = work.running("pirate-4", 3, 60);
    model.show(run.id());
    until(() -> model.contentProperty().get().ready().isPresent());
    model.pause();
    assertThat(model.askedProperty().get()).contains(RunState.PAUSED);
    assertThat(work.catalog().runs().takeWish(run.id())).contains(RunStore.Wish.PAUSE);

    work.append(run, new Paused(Instant.now(), 3));
    until(() -> model.askedProperty().get().isEmpty());
    assertThat(model.contentProperty().get().ready().map(Run::state)).contains(RunState.PAUSED);

    model.resume();
    assertThat(work.launched()).containsExactly(run.id());
  }

  @Test
  void aRunThatGoesOnWaitsWhereMemoryIsShort() {
    Run run = work.running("pirate-4", 3, 60);
    work.append(run, new Paused(Instant.now(), 3));
    model.show(run.id());
    until(() -> model.contentProperty().get().ready().isPresent());
    work.memoryIsShort();
    model.resume();
    assertThat(work.queue().find(run.id())).isPresent();
    assertThat(work.launched()).isEmpty();
    assertThat(model.askedProperty().get()).isEmpty();
    until(
        () ->
            model
                .contentProperty()
                .get()
                .ready()
                .map(Run::state)
                .equals(Optional.of(RunState.QUEUED)));
  }

  @Test
  void aProcessThatDiesIsToldWithItsLastWords() {
    Run run = work.running("pirate-4", 3, 60);
    model.show(run.id());
    until(() -> model.contentProperty().get().ready().isPresent());
    work.die(run);
    until(
        () ->
            model
                .contentProperty()
                .get()
                .ready()
                .map(Run::state)
                .equals(Optional.of(RunState.FAILED)));
    Problem problem = model.contentProperty().get().ready().orElseThrow().problem().orElseThrow();
    assertThat(problem.message()).contains("std::bad_alloc");
    assertThat(RunViewModel.memoryShort(problem)).isTrue();

    model.resumeWithLessMemory();
    until(
        () ->
            model
                .contentProperty()
                .get()
                .ready()
                .map(r -> r.draft().text(Setting.BATCH_SIZE))
                .equals(Optional.of("4")));
    assertThat(model.log()).anyMatch(l -> l.message().contains("rows per step 4 instead of 8"));
  }

  @Test
  void aWarningOfTheProcessThatTrainsIsToldUntilItEnds() {
    Run run = work.running("pirate-4", 3, 60);
    work.append(run, new Noted(Instant.EPOCH, Noted.WARNING + "that was long ago."));
    model.show(run.id());
    until(() -> model.log().stream().anyMatch(line -> line.message().contains("long ago")));
    assertThat(model.warningProperty().get()).isEmpty();

    work.append(run, new Noted(Instant.now(), Noted.WARNING + "the loss is running away."));
    work.append(run, new Noted(Instant.now(), "Something else."));
    until(() -> model.warningProperty().get().isPresent());
    assertThat(model.warningProperty().get().orElseThrow().message()).contains("running away");

    work.finish(run, 60, "pirate-4");
    until(() -> model.warningProperty().get().isEmpty());
  }

  @Test
  void aLossThatRanAwayCallsForASmallerRate() {
    Problem problem = Problem.of(Problem.Kind.DIVERGED, "It ran away.", "Take half the rate.");
    assertThat(RunViewModel.rateTooHigh(problem)).isTrue();
  }

  @Test
  void aFinishedRunLeadsToWhatItMade() {
    Run run = work.running("pirate-4", 60, 60);
    work.finish(run, 60, "pirate-4");
    model.show(run.id());
    until(() -> model.contentProperty().get().ready().isPresent());
    model.tryIt();
    model.showResult();
    assertThat(places.gone())
        .containsExactly(
            new Place.TryIt(Optional.of("polder"), List.of("pirate-4")),
            new Place.Adapters(Optional.of("pirate-4")));
  }

  @Test
  void aRunThatIsGoneSaysSo() {
    model.show(4711);
    assertThat(model.contentProperty().get())
        .isInstanceOf(org.deltaworks.ui.fx.Content.Failed.class);
  }

  @Test
  void stoppingARunThatFinishedMeanwhileIsToldNotThrown() {
    Run run = work.running("pirate-4", 60, 60);
    model.show(run.id());
    work.finish(run, 60, "pirate-4");
    model.pause();
    assertThat(told.problems()).hasSize(1);
    assertThat(model.askedProperty().get()).isEmpty();
  }

  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
