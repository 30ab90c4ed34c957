package org.deltaworks.service.endings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Run;
import org.deltaworks.service.training.SweepOverview;
import org.deltaworks.ui.harness.Workplace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndingsTest {
  private final List<Ending> told = new ArrayList<>();
  private final Workplace work;
  private final Endings endings;

  EndingsTest(@TempDir Path folder) {
    work = new Workplace(folder);
    endings = new Endings(work.queue(), work.sweeps(), told::add);
  }

  @AfterEach
  void close() {
    work.close();
  }

  private void look() {
    endings.accept(work.runs().list());
  }

  private void failed(Run run) {
    work.fail(run, 1, Problem.of(Problem.Kind.NO_SPACE, "The disk is full.", "Make room."));
  }

  @Test
  void whatHadEndedBeforeIsNoNews() {
    work.finish(work.running("old", 10, 10), 10, "old");
    Run going = work.running("going", 2, 10);
    look();
    assertThat(told).isEmpty();
    work.finish(going, 10, "going");
    look();
    look();
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().runs()).extracting(Run::name).containsExactly("going");
    assertThat(told.getFirst().sweep()).isEmpty();
  }

  @Test
  void twoThatWereStartedByHandAreToldOfOneByOne() {
    Run first = work.running("first", 2, 10);
    Run second = work.running("second", 2, 10);
    look();
    work.finish(first, 10, "first");
    look();
    assertThat(told).as("though the other one goes on").hasSize(1);
    failed(second);
    look();
    assertThat(told).hasSize(2);
    assertThat(told.getLast().failed()).isEqualTo(1);
  }

  @Test
  void stoppingIsNoNewsToWhoStopped() {
    Run waiting = work.waiting("waiting");
    look();
    work.queue().cancel(waiting.id());
    look();
    assertThat(told).isEmpty();
  }

  @Test
  void aQueueIsToldOfOnceWhenNothingOfItGoesOn() {
    Run first = work.waiting("first");
    Run second = work.waiting("second");
    Run held = work.waiting("held");
    Run later = work.waiting("later");
    work.queue().hold(held.id());
    work.queue().holdUntil(later.id(), Instant.now().plus(Duration.ofHours(5)));
    look();
    work.takeTurn(first, 10, 10);
    look();
    work.finish(first, 10, "first");
    look();
    assertThat(told).as("the second one waits for its turn").isEmpty();
    work.takeTurn(second, 2, 10);
    look();
    failed(second);
    look();
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().runs()).extracting(Run::name).containsExactly("first", "second");
    assertThat(told.getFirst().failed()).isEqualTo(1);
  }

  @Test
  void oneThatFailedAndWasPutBackIsCountedOnce() {
    Run first = work.waiting("first");
    Run second = work.waiting("second");
    look();
    work.takeTurn(first, 2, 10);
    look();
    failed(first);
    look();
    work.queue().putBack(first.id());
    look();
    work.takeTurn(second, 10, 10);
    work.finish(second, 10, "second");
    look();
    assertThat(told).as("the first one waits for its turn once more").isEmpty();
    work.takeTurn(first, 10, 10);
    work.finish(first, 10, "first");
    look();
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().runs()).extracting(Run::name).containsExactly("second", "first");
    assertThat(told.getFirst().failed()).isZero();
  }

  @Test
  void aSweepIsToldOfOnceWithItsOverview() {
    List<Run> runs =
        work.sweep("ranks", 3).points().stream().map(SweepOverview.Point::run).toList();
    work.takeTurn(runs.get(0), 20, 20);
    look();
    work.finish(runs.get(0), 20, "ranks-1");
    look();
    work.takeTurn(runs.get(1), 20, 20);
    look();
    failed(runs.get(1));
    look();
    assertThat(told).isEmpty();
    work.takeTurn(runs.get(2), 20, 20);
    work.finish(runs.get(2), 20, "ranks-3");
    look();
    assertThat(told).hasSize(1);
    SweepOverview overview = told.getFirst().sweep().orElseThrow();
    assertThat(overview.sweep().name()).isEqualTo("ranks");
    assertThat(overview.best()).isPresent();
  }

  @Test
  void takingTheRestOutOfTheQueueEndsIt() {
    Run first = work.waiting("first");
    Run second = work.waiting("second");
    look();
    work.takeTurn(first, 10, 10);
    work.finish(first, 10, "first");
    look();
    assertThat(told).isEmpty();
    work.queue().cancel(second.id());
    look();
    assertThat(told).hasSize(1);
  }
}
