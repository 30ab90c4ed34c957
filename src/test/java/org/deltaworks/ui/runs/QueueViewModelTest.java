package org.deltaworks.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunQueue.Move;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.service.task.SameThread;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.fx.ScreenThread;
import org.deltaworks.ui.harness.Told;
import org.deltaworks.ui.harness.Workplace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueViewModelTest {
  private final Told told = new Told();
  private final Workplace work;
  private final QueueViewModel model;

  QueueViewModelTest(@TempDir Path folder) {
    work = new Workplace(folder);
    model =
        new QueueViewModel(
            work.queue(), new Background(new SameThread(), ScreenThread.direct()), told);
  }

  @AfterEach
  void close() {
    model.hide();
    work.close();
  }

  /** Shown and no longer followed, so that nobody else changes the rows. */
  private void show() {
    model.show();
    model.hide();
  }

  private WaitingRow row(String name) {
    return model.rows().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void theNextOneIsFirstAndARunThatStartsIsNotAmongThem() {
    work.waiting("first");
    work.waiting("second");
    work.running("going", 2, 10);
    show();
    assertThat(model.rows()).extracting(WaitingRow::name).containsExactly("first", "second");
    assertThat(row("first").when()).isEqualTo("next");
    assertThat(row("second").when()).isEqualTo("number 2");
    assertThat(row("second").last()).isTrue();
  }

  @Test
  void movingIsSeenAtOnceAndWrittenDown() {
    work.waiting("first");
    work.waiting("second");
    show();
    model.move(row("second"), Move.UP);
    assertThat(model.rows()).extracting(WaitingRow::name).containsExactly("second", "first");
    assertThat(work.queue().list()).extracting(w -> w.run().name()).startsWith("second");
  }

  @Test
  void whatIsHeldSaysSoAndCanBeLetGo() {
    Run run = work.waiting("first");
    show();
    model.holdOrRelease(row("first"));
    assertThat(row("first").held()).isTrue();
    assertThat(row("first").when()).isEqualTo("held until you let it go");
    model.holdOrRelease(row("first"));
    assertThat(row("first").held()).isFalse();
    work.queue().holdUntil(run.id(), Instant.now().plus(Duration.ofHours(5)));
    show();
    assertThat(row("first").when().toLowerCase(Locale.ROOT)).startsWith("not before ");
  }

  @Test
  void takingOneOutCanBeUndone() {
    Run run = work.waiting("first");
    show();
    model.cancel(row("first"));
    assertThat(model.rows()).isEmpty();
    assertThat(work.runs().get(run.id()).state()).isEqualTo(RunState.STOPPED);
    assertThat(told.messages()).containsExactly("\"first\" waits no longer.");
    told.undoLast();
    assertThat(model.rows()).extracting(WaitingRow::name).containsExactly("first");
  }

  @Test
  void aRunThatHadItsTurnMeanwhileIsTold() {
    work.waiting("first");
    show();
    WaitingRow shown = row("first");
    work.queue().cancel(shown.id());
    model.move(shown, Move.UP);
    assertThat(told.problems()).hasSize(1);
  }
}
