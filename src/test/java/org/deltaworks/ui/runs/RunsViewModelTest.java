package org.deltaworks.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.deltaworks.domain.training.Run;
import org.deltaworks.service.task.SameThread;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.fx.ScreenThread;
import org.deltaworks.ui.harness.Told;
import org.deltaworks.ui.harness.Workplace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsViewModelTest {
  private final Told told = new Told();
  private final Workplace work;
  private final RunsViewModel model;

  RunsViewModelTest(@TempDir Path folder) {
    work = new Workplace(folder);
    model =
        new RunsViewModel(
            work.runs(),
            work.resumption(),
            new Background(new SameThread(), ScreenThread.direct()),
            told);
  }

  @AfterEach
  void close() {
    model.hide();
    work.close();
  }

  @Test
  void theNewestRunIsFirst() {
    work.running("first", 2, 10);
    work.running("second", 3, 10);
    model.show();
    assertThat(model.rows()).extracting(RunRow::name).containsExactly("second", "first");
    assertThat(model.rows().getFirst().progress()).isEqualTo("step 3 of 10");
  }

  @Test
  void aRunThatWaitsHasNoStepsYet() {
    work.waiting("later");
    model.show();
    assertThat(model.rows().getFirst().progress()).isEqualTo("–");
  }

  @Test
  void deletingCanBeUndone() {
    Run run = work.running("first", 10, 10);
    work.finish(run, 10, "first");
    model.show();
    model.hide();
    model.delete(List.copyOf(model.rows()));
    assertThat(model.rows()).isEmpty();
    assertThat(told.messages()).containsExactly("\"first\" was deleted.");
    told.undoLast();
    model.show();
    assertThat(model.rows()).hasSize(1);
  }

  @Test
  void deletingIsFinalAfterwards() {
    Run run = work.running("first", 10, 10);
    work.finish(run, 10, "first");
    model.show();
    model.hide();
    model.delete(List.copyOf(model.rows()));
    told.letGoLast();
    assertThat(work.catalog().runs().list()).isEmpty();
  }

  @Test
  void aRunThatGoesOnIsNotDeleted() {
    work.running("first", 2, 10);
    model.show();
    model.hide();
    model.delete(List.copyOf(model.rows()));
    assertThat(told.problems()).hasSize(1);
    assertThat(model.rows()).hasSize(1);
  }
}
