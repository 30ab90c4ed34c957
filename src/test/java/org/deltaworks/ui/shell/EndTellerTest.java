package org.deltaworks.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Run;
import org.deltaworks.service.endings.Ending;
import org.deltaworks.service.task.SameThread;
import org.deltaworks.service.training.SweepOverview;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.fx.ScreenThread;
import org.deltaworks.ui.harness.Workplace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No window here: its properties only, and runs of a real catalog. */
class EndTellerTest {
  private final List<String> announced = new ArrayList<>();
  private final SimpleBooleanProperty focused = new SimpleBooleanProperty();
  private final SimpleStringProperty title = new SimpleStringProperty("Deltaworks");
  private final Workplace work;
  private final Consumer<Ending> teller;
  private boolean wanted = true;

  EndTellerTest(@TempDir Path folder) {
    work = new Workplace(folder);
    teller =
        new EndTeller(
                focused,
                title,
                () -> wanted,
                new Background(new SameThread(), ScreenThread.direct()),
                (head, text) -> announced.add(head + " | " + text))
            .receiver();
  }

  @AfterEach
  void close() {
    work.close();
  }

  private Run finished(String name) {
    Run run = work.running(name, 40, 40);
    work.finish(run, 40, name);
    return work.runs().get(run.id());
  }

  private Run failed(String name) {
    Run run = work.running(name, 3, 40);
    work.fail(run, 3, Problem.of(Problem.Kind.NO_SPACE, "The disk is full.", "Make room."));
    return work.runs().get(run.id());
  }

  private static Ending of(Run... runs) {
    return new Ending(List.of(runs), Optional.empty());
  }

  @Test
  void whoLooksElsewhereIsToldAndTheTitleSaysItUntilSomebodyLooks() {
    teller.accept(of(finished("pirate-1")));
    assertThat(announced).hasSize(1);
    assertThat(announced.getFirst())
        .startsWith("Training finished | pirate-1 is ready. Held-out loss 0.");
    assertThat(title.get()).isEqualTo("Training finished – Deltaworks");
    focused.set(true);
    assertThat(title.get()).isEqualTo("Deltaworks");
  }

  @Test
  void whoLooksAtTheWindowOrDoesNotWantToBeToldIsNot() {
    focused.set(true);
    teller.accept(of(finished("first")));
    focused.set(false);
    wanted = false;
    teller.accept(of(finished("second")));
    assertThat(announced).isEmpty();
    assertThat(title.get()).isEqualTo("Deltaworks");
  }

  @Test
  void aFailureSaysWhy() {
    teller.accept(of(failed("pirate-1")));
    assertThat(announced).containsExactly("Training failed | pirate-1: The disk is full.");
  }

  @Test
  void severalAreOneNotice() {
    teller.accept(of(finished("first"), failed("second"), finished("third")));
    assertThat(announced).containsExactly("3 trainings have ended | 2 finished, 1 failed.");
  }

  @Test
  void aSweepNamesItsBest() {
    List<Run> runs =
        work.sweep("ranks", 2).points().stream().map(SweepOverview.Point::run).toList();
    work.takeTurn(runs.get(0), 40, 40);
    work.finish(runs.get(0), 40, "ranks-1");
    work.takeTurn(runs.get(1), 2, 40);
    work.fail(runs.get(1), 2, Problem.of(Problem.Kind.NO_SPACE, "The disk is full.", "Make room."));
    SweepOverview overview = work.sweeps().find("ranks");
    teller.accept(
        new Ending(
            runs.stream().map(r -> work.runs().get(r.id())).toList(), Optional.of(overview)));
    assertThat(announced).hasSize(1);
    assertThat(announced.getFirst())
        .startsWith(
            "Your sweep has ended | ranks: All 2 trainings have ended, one failed."
                + " Best: rank 4, with a held-out loss of 0.");
  }
}
