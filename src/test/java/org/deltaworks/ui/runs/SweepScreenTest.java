package org.deltaworks.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingEvent;
import org.deltaworks.service.training.SweepOverview;
import org.deltaworks.ui.fx.Appearance;
import org.deltaworks.ui.fx.Theme;
import org.deltaworks.ui.harness.Places;
import org.deltaworks.ui.harness.Told;
import org.deltaworks.ui.harness.Window;
import org.deltaworks.ui.harness.Workplace;
import org.deltaworks.ui.navigation.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sweeps in a real window, over a real catalog. */
class SweepScreenTest {
  private final Places places = new Places();
  private final Told told = new Told();
  private final Workplace work;
  private final SweepsViewModel listed;
  private final SweepViewModel model;
  private final StackPane place;
  private final Window window;

  SweepScreenTest(@TempDir Path folder) {
    Window.require();
    work = new Workplace(folder);
    listed = new SweepsViewModel(work.sweeps(), work.background());
    model = new SweepViewModel(work.sweeps(), work.background(), places, told);
    place = Window.onScreen(StackPane::new);
    Window.act(() -> place.getStylesheets().add(Theme.sheet(RunsScreen.class, "runs.css")));
    window = Window.open(Appearance.LIGHT, 1080, 688, () -> place);
  }

  @AfterEach
  void close() {
    Window.act(model::hide);
    Window.act(listed::hide);
    window.close();
    work.close();
  }

  private List<Run> sweep(String name, List<String> ranks, List<String> rates) {
    List<TrainingDraft> points = new ArrayList<>();
    for (String rank : ranks) {
      for (String rate : rates) {
        for (String modules : List.of("all-linear", "q_proj,v_proj")) {
          points.add(
              TrainingDraft.empty()
                  .with(Setting.DATA, List.of("/somewhere/pirate.jsonl"))
                  .with(Setting.RANK, rank)
                  .with(Setting.LEARNING_RATE, rate)
                  .with(Setting.TARGET_MODULES, modules));
        }
      }
    }
    return work
        .sweep(name, List.of(Setting.RANK, Setting.TARGET_MODULES, Setting.LEARNING_RATE), points)
        .points()
        .stream()
        .map(SweepOverview.Point::run)
        .toList();
  }

  /** The higher the rank and the rate, the lower the loss, up to a point. */
  private void train(Run run) {
    work.takeTurn(run, 40, 40);
    double rank = Double.parseDouble(run.draft().text(Setting.RANK));
    double rate = Double.parseDouble(run.draft().text(Setting.LEARNING_RATE));
    boolean all = run.draft().text(Setting.TARGET_MODULES).equals("all-linear");
    double loss = 0.6 - 0.02 * Math.log(rank) - 40 * Math.min(rate, 1.7e-3) - (all ? 0.03 : 0);
    work.append(run, new TrainingEvent.Evaluated(Instant.now(), 40, loss, 900));
    work.finish(run, 40, run.name());
  }

  private void show(String name) {
    Window.act(
        () -> {
          place.getChildren().setAll((Parent) new SweepView(model).node());
          model.show(name);
        });
    window.untilShown(name + "-1");
  }

  @ParameterizedTest
  @EnumSource(
      value = Appearance.class,
      names = {"LIGHT", "DARK"})
  void everyState(Appearance appearance) {
    String theme = appearance.name().toLowerCase(Locale.ROOT);
    Window.act(() -> window.theme().appearanceProperty().set(appearance));
    Window.act(
        () -> {
          place.getChildren().setAll((Parent) new SweepsView(listed, places).node());
          listed.show();
        });
    window.untilShown("No sweeps yet");
    window.picture("screens/sweeps-empty-" + theme);

    List<Run> runs = sweep("pirate-sweep", List.of("4", "8", "16"), List.of("1e-3", "2e-3"));
    show("pirate-sweep");
    window.untilShown("Nothing to compare yet");
    window.picture("screens/sweep-waiting-" + theme);

    for (Run run : runs.subList(0, 5)) {
      train(run);
    }
    work.takeTurn(runs.get(5), 3, 40);
    work.fail(
        runs.get(5),
        3,
        Problem.of(Problem.Kind.NOT_FINITE, "The loss became no number.", "Halve the rate."));
    work.takeTurn(runs.get(6), 23, 40);
    window.untilShown("6 of 12 trainings have ended, one failed");
    window.picture("screens/sweep-" + theme);
    assertThat(mainButtons()).isEqualTo(1);

    runs.subList(7, 12).forEach(run -> work.queue().cancel(run.id()));
    work.finish(runs.get(6), 40, runs.get(6).name());
    window.untilShown("All 12 trainings have ended");
    window.picture("screens/sweep-over-" + theme);

    sweep("poet-sweep", List.of("2"), List.of("5e-4"));
    Window.act(
        () -> {
          place.getChildren().setAll((Parent) new SweepsView(listed, places).node());
          listed.show();
        });
    window.untilShown("poet-sweep");
    window.picture("screens/sweeps-" + theme);
  }

  @Test
  void theLowestLossStandsFirstAndEnterOpensIt() {
    List<Run> runs = sweep("pirate-sweep", List.of("4"), List.of("1e-3", "2e-3"));
    runs.subList(0, 3).forEach(this::train);
    show("pirate-sweep");
    window.untilShown("Best so far: ");
    TableView<?> table = window.find(TableView.class).getFirst();
    SweepPointRow top = (SweepPointRow) table.getItems().getFirst();
    assertThat(top.best()).isTrue();
    assertThat(((SweepPointRow) table.getItems().getLast()).name())
        .as("what has no loss yet stands last")
        .isEqualTo("pirate-sweep-4");
    Window.act(
        () -> {
          table.requestFocus();
          table.getSelectionModel().select(0);
        });
    window.press(KeyCode.ENTER);
    assertThat(places.gone()).containsExactly(new Place.RunPage(top.id()));
    window.click("Cancel what waits");
    window.until("told", () -> !told.messages().isEmpty());
    assertThat(told.messages())
        .containsExactly("One training of \"pirate-sweep\" waits no longer.");
  }

  @Test
  void fiftyRunsAreOneTable() {
    List<String> rates = new ArrayList<>();
    for (int i = 1; i <= 25; i++) {
      rates.add(i + "e-4");
    }
    List<Run> runs = sweep("large", List.of("8"), rates);
    runs.subList(0, 12).forEach(this::train);
    show("large");
    window.untilShown("12 of 50 trainings have ended.");
    window.picture("screens/sweep-50-light");
    window.resize(968, 668);
    window.picture("screens/sweep-50-light-small");
    assertThat(window.find(TableView.class).getFirst().getItems()).hasSize(50);
  }

  private long mainButtons() {
    return window.find(Button.class).stream()
        .filter(b -> b.getStyleClass().contains("accent"))
        .count();
  }
}
