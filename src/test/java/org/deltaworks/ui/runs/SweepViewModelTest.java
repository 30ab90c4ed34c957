package org.deltaworks.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.TrainingEvent;
import org.deltaworks.service.task.SameThread;
import org.deltaworks.service.training.SweepOverview;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.fx.ScreenThread;
import org.deltaworks.ui.harness.Places;
import org.deltaworks.ui.harness.Told;
import org.deltaworks.ui.harness.Workplace;
import org.deltaworks.ui.live.SweepWords;
import org.deltaworks.ui.navigation.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No window here: properties only, over a real catalog. */
class SweepViewModelTest {
  private final Places places = new Places();
  private final Told told = new Told();
  private final Background background = new Background(new SameThread(), ScreenThread.direct());
  private final Workplace work;
  private final SweepViewModel model;

  SweepViewModelTest(@TempDir Path folder) {
    work = new Workplace(folder);
    model = new SweepViewModel(work.sweeps(), background, places, told);
  }

  @AfterEach
  void close() {
    model.hide();
    work.close();
  }

  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private SweepOverview shown() {
    return model.contentProperty().get().ready().flatMap(o -> o).orElseThrow();
  }

  private boolean isThere() {
    return model.contentProperty().get().ready().isPresent();
  }

  private List<Run> sweep(int ranks) {
    return work.sweep("ranks", ranks).points().stream().map(SweepOverview.Point::run).toList();
  }

  private void train(Run run) {
    work.takeTurn(run, 40, 40);
    work.finish(run, 40, run.name());
  }

  private void fail(Run run) {
    work.fail(run, 3, Problem.of(Problem.Kind.NO_SPACE, "The disk is full.", "Make room."));
  }

  @Test
  void itGoesOnWhileItIsLookedAtAndMarksTheBest() {
    List<Run> runs = sweep(3);
    model.show("ranks");
    until(this::isThere);
    assertThat(model.rows()).hasSize(3).noneMatch(SweepPointRow::best);
    assertThat(SweepWords.best(shown())).isEqualTo("None can be compared yet.");
    train(runs.get(1));
    until(() -> model.rows().stream().anyMatch(SweepPointRow::best));
    SweepPointRow best =
        model.rows().stream().filter(SweepPointRow::best).findFirst().orElseThrow();
    assertThat(best.name()).isEqualTo("ranks-2");
    assertThat(best.time()).isEqualTo("20 s");
    assertThat(SweepWords.progress(shown())).isEqualTo("1 of 3 trainings have ended.");
    assertThat(SweepWords.timeLeft(shown())).contains("about 1 min left");
    model.tryBest();
    model.open(best);
    assertThat(places.gone())
        .containsExactly(
            new Place.TryIt(Optional.of("polder"), List.of("ranks-2")),
            new Place.RunPage(runs.get(1).id()));
  }

  @Test
  void oneThatFailsStopsNeitherTheOthersNorTheComparison() {
    List<Run> runs = sweep(3);
    work.takeTurn(runs.get(0), 40, 40);
    fail(runs.get(0));
    train(runs.get(1));
    model.show("ranks");
    until(this::isThere);
    assertThat(shown().best().orElseThrow().run().name())
        .as("what failed left nothing to use")
        .isEqualTo("ranks-2");
    assertThat(SweepWords.progress(shown())).isEqualTo("2 of 3 trainings have ended, one failed.");
    assertThat(model.rows().getFirst().why()).contains("The disk is full.");
    train(runs.get(2));
    until(() -> shown().ended() == 3);
    assertThat(SweepWords.progress(shown())).isEqualTo("All 3 trainings have ended, one failed.");
    assertThat(SweepWords.timeLeft(shown())).isEmpty();
  }

  @Test
  void whatIsPausedHasNotEnded() {
    List<Run> runs = sweep(3);
    train(runs.get(0));
    train(runs.get(1));
    work.takeTurn(runs.get(2), 4, 40);
    pause(runs.get(2));
    model.show("ranks");
    until(this::isThere);
    assertThat(SweepWords.progress(shown()))
        .isEqualTo("2 of 3 trainings have ended; one is paused.");
    assertThat(SweepWords.best(shown())).startsWith("Best so far: ");
    assertThat(SweepWords.timeLeft(shown())).as("nothing trains or waits").isEmpty();
    assertThat(new SweepRow(shown()).progress()).isEqualTo("2 of 3");
    for (Run run : runs.subList(0, 2)) {
      work.runs().discard(run.id());
    }
    until(() -> shown().points().size() == 1);
    assertThat(SweepWords.progress(shown())).isEqualTo("Its one training is paused.");
  }

  @Test
  void whereAllArePausedNothingGoesOn() {
    for (Run run : sweep(2)) {
      work.takeTurn(run, 4, 40);
      pause(run);
    }
    model.show("ranks");
    until(this::isThere);
    assertThat(SweepWords.progress(shown()))
        .isEqualTo("0 of 2 trainings have ended; 2 are paused.");
  }

  private void pause(Run run) {
    work.catalog().runs().append(run.id(), new TrainingEvent.Paused(Instant.now(), 4));
  }

  @Test
  void whereAllFailThereIsNoBest() {
    for (Run run : sweep(2)) {
      work.takeTurn(run, 2, 40);
      fail(run);
    }
    model.show("ranks");
    until(this::isThere);
    assertThat(SweepWords.best(shown())).isEqualTo("None of them can be compared.");
    model.openBest();
    assertThat(places.gone()).isEmpty();
  }

  @Test
  void whatWaitsIsCancelledAndPutBack() {
    List<Run> runs = sweep(3);
    work.takeTurn(runs.get(0), 4, 40);
    Run other = work.waiting("of-nobody");
    model.show("ranks");
    until(this::isThere);
    model.cancelWaiting();
    assertThat(work.queue().list()).extracting(w -> w.run().id()).containsExactly(other.id());
    assertThat(told.messages()).containsExactly("2 trainings of \"ranks\" wait no longer.");
    assertThat(work.runs().get(runs.get(0).id()).state()).isEqualTo(RunState.RUNNING);
    told.undoLast();
    assertThat(work.queue().list()).extracting(w -> w.run().name()).contains("ranks-2", "ranks-3");
    model.cancelWaiting();
    model.cancelWaiting();
    assertThat(told.messages()).last().isEqualTo("Nothing of this sweep waits any more.");
  }

  @Test
  void aSweepOfWhichOneRunIsLeftAndOneOfWhichNoneIs() {
    List<Run> runs = sweep(2);
    train(runs.get(0));
    work.queue().cancel(runs.get(1).id());
    work.runs().discard(runs.get(1).id());
    model.show("ranks");
    until(this::isThere);
    assertThat(SweepWords.progress(shown())).isEqualTo("Its one training has ended.");
    assertThat(SweepWords.lead(shown())).isEmpty();
    work.runs().discard(runs.get(0).id());
    until(() -> model.contentProperty().get().ready().orElseThrow().isEmpty());
    assertThat(model.rows()).isEmpty();
  }

  @Test
  void theListHasTheNewestFirstAndFollows() {
    List<Run> runs = sweep(2);
    work.sweep("later", 2);
    SweepsViewModel list = new SweepsViewModel(work.sweeps(), background);
    list.show();
    try {
      assertThat(list.rows()).extracting(SweepRow::name).containsExactly("later", "ranks");
      train(runs.get(1));
      // The metric is written down before the run's end, so the end is what to wait for.
      until(() -> list.rows().getLast().progress().equals("1 of 2"));
      assertThat(list.rows().getLast().metric()).isPresent();
      assertThat(list.rows().getLast().best()).isEqualTo("rank 8");
    } finally {
      list.hide();
    }
  }
}
