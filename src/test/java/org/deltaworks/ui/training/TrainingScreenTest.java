package org.deltaworks.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.service.training.Promise;
import org.deltaworks.testing.SharedData;
import org.deltaworks.ui.desk.ChosenFiles;
import org.deltaworks.ui.desk.Desk;
import org.deltaworks.ui.desk.Look;
import org.deltaworks.ui.desk.ScriptedAnswerer;
import org.deltaworks.ui.harness.Window;
import org.deltaworks.ui.navigation.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** New training as a person meets it. */
class TrainingScreenTest {
  private final ChosenFiles files = new ChosenFiles();
  private Path folder;
  private Desk desk;
  private TrainingViewModel model;

  @BeforeEach
  void open(@TempDir Path home) {
    folder = home;
    desk = new Desk(home.resolve("home"), new ScriptedAnswerer());
    model = desk.trainingForm();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Window window(Look look) {
    Window window = look.open(() -> new TrainingView(model, files, desk.told));
    Window.act(() -> model.show(TrainingDraft.empty()));
    return window;
  }

  private void furnish() {
    desk.models.add(SharedData.at("models/babyllama-tok105-hf"));
    desk.models.add(SharedData.at("models/stories260K-hf"));
    addRows();
  }

  /** The first of many rows, since they are read on this thread. */
  private void addRows() {
    try (Stream<String> lines = Files.lines(SharedData.at("datasets/gsm8k/train.jsonl"))) {
      Path some = Files.write(folder.resolve("some.jsonl"), lines.limit(400).toList());
      desk.datasets.add(some, Optional.of("gsm8k"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void unfold(Window window, String selector) {
    TitledPane pane = (TitledPane) window.find(selector);
    Window.act(() -> pane.setExpanded(true));
    window.pulse();
  }

  private static void scroll(Window window, double share) {
    ScrollPane pane = (ScrollPane) window.find(".scroll-pane");
    Window.act(() -> pane.setVvalue(share));
    window.pulse();
  }

  @Test
  void byMouseFromNothingToARun() {
    files.willChoose(SharedData.at("models/stories260K-hf"));
    files.willChoose(SharedData.at("datasets/gsm8k/train.jsonl"));
    try (Window window = window(Look.LIGHT_WIDE)) {
      window.click("Add a model…");
      window.untilShown("46.2 thousand of 260 thousand numbers");
      window.click("Add a file…");
      window.untilShown("7,473 rows");
      window.click("Quick");
      window.untilShown("A first look");
      assertThat(window.shows("35 of 35")).isTrue();
      window.click("Train");
      assertThat(desk.launched).hasSize(1);
      assertThat(desk.told.places).hasSize(1).first().isInstanceOf(Place.RunPage.class);
    }
  }

  @Test
  void draggingTheRankMovesWhatItMeans() {
    furnish();
    try (Window window = window(Look.LIGHT_WIDE)) {
      window.click("stories260K-hf\nllama, 5 layers, 260 thousand numbers");
      Slider slider = window.find(Slider.class).getFirst();
      String before = file(window);
      window.drag(slider, 0.5, 0.3, 0.99, 0.3);
      assertThat(model.form().rank()).isGreaterThan(8);
      assertThat(file(window)).isNotEqualTo(before);
    }
  }

  @Test
  void whatDoesNotFitIsMadeToFitByAButton() {
    desk.models.add(SharedData.at("models/stories260K-hf"));
    addRows();
    try (Window window = window(Look.LIGHT_WIDE)) {
      Window.act(() -> model.chooseData("gsm8k"));
      window.untilShown("This fits: about");
      assertThat(window.shows("Rows at work")).isTrue();
      Promise promise = desk.estimates.estimate(model.form().draftProperty().get());
      desk.memory = promise.estimate().memory().total() - 1;
      Window.act(() -> model.show(TrainingDraft.empty()));
      window.untilShown("This does not fit here");
      Look.LIGHT_WIDE.picture(window, "training-too-large");
      window.click(window.find(".remedy"));
      window.untilShown("This fits: about");
      assertThat(model.form().draftProperty().get().text(Setting.BATCH_SIZE)).isEqualTo("4");
    }
  }

  private String file(Window window) {
    assertThat(window.shows("Adapter file")).isTrue();
    return Long.toString(model.form().figuresProperty().get().orElseThrow().fileBytes());
  }

  @Test
  void byKeyboardAlone() {
    furnish();
    try (Window window = window(Look.LIGHT_WIDE)) {
      Window.act(() -> model.chooseData("gsm8k"));
      Node first = window.find(".choice-card");
      Window.act(first::requestFocus);
      window.press(KeyCode.SPACE);
      assertThat(model.form().draftProperty().get().text(Setting.MODEL))
          .isEqualTo("babyllama-tok105-hf");
      Slider slider = window.find(Slider.class).getFirst();
      Window.act(slider::requestFocus);
      window.press(KeyCode.RIGHT);
      assertThat(model.form().rank()).isEqualTo(9);
      window.press(KeyCode.PAGE_UP);
      assertThat(model.form().rank()).isEqualTo(18);
      window.press(KeyCode.HOME);
      assertThat(model.form().rank()).isEqualTo(1);
      unfold(window, ".layers");
      ModuleTree tree = window.find(ModuleTree.class).getFirst();
      Window.act(
          () -> {
            tree.requestFocus();
            tree.getSelectionModel().select(1);
          });
      window.press(KeyCode.SPACE);
      assertThat(model.form().modulesProperty().get().orElseThrow().chosen()).hasSize(28);
      Node train = window.find("#train");
      Window.act(train::requestFocus);
      window.press(KeyCode.SPACE);
      assertThat(desk.launched).hasSize(1);
    }
  }

  @Test
  void aMistakeStandsBesideItsField() {
    furnish();
    try (Window window = window(Look.LIGHT_WIDE)) {
      Window.act(() -> model.chooseData("gsm8k"));
      Window.act(() -> model.chooseModel("stories260K-hf"));
      unfold(window, ".more");
      Node rate = window.find("#lr");
      Window.act(rate::requestFocus);
      window.type("abc");
      window.untilShown("Learning rate is \"");
      window.click("Train");
      assertThat(desk.launched).isEmpty();
    }
  }

  @Test
  void severalByKeyboardAlone() {
    furnish();
    try (Window window = window(Look.LIGHT_WIDE)) {
      Window.act(() -> model.chooseData("gsm8k"));
      Window.act(() -> model.chooseModel("stories260K-hf"));
      Node button = window.find("#try-several");
      Window.act(button::requestFocus);
      window.press(KeyCode.SPACE);
      window.untilShown("Try several settings");
      window.untilShown("9 trainings, about ");
      assertThat(focused(window)).as("the first value").isInstanceOf(CheckBox.class);
      window.press(KeyCode.SPACE);
      window.untilShown("12 trainings, about ");
      Node verdict = window.find(".several-verdict");
      Set<Node> reached = new HashSet<>();
      for (int i = 0; i < 60; i++) {
        window.press(KeyCode.TAB);
        assertThat(inside(focused(window), window.find(".several-sheet"))).isTrue();
        reached.add(focused(window));
      }
      assertThat(reached).as("what it takes can be reached without a mouse").contains(verdict);
      assertThat(verdict.getAccessibleText())
          .startsWith("12 trainings, about ")
          .endsWith("They train one after another. If one fails, the others go on.");
      assertThat(window.find("#several-start").getAccessibleHelp())
          .as("read out with the button")
          .isEqualTo(verdict.getAccessibleText());
      window.press(KeyCode.ESCAPE);
      assertThat(window.shows("Try several settings")).isFalse();
      assertThat(focused(window)).isSameAs(button);
      window.press(KeyCode.SPACE);
      window.untilShown("9 trainings, about ");
      Node start = window.find("#several-start");
      Window.act(start::requestFocus);
      window.press(KeyCode.SPACE);
      assertThat(desk.queue.list()).hasSize(9);
      assertThat(desk.told.places).hasSize(1).first().isInstanceOf(Place.SweepPage.class);
    }
  }

  private static Node focused(Window window) {
    return Window.onScreen(() -> window.stage().getScene().getFocusOwner());
  }

  private static boolean inside(Node node, Node parent) {
    Node at = node;
    while (at != null && at != parent) {
      at = at.getParent();
    }
    return at == parent;
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void looksOfSeveral(Look look) {
    try (Window window = window(look)) {
      Window.act(this::furnish);
      Window.act(
          () -> {
            model.show(TrainingDraft.empty());
            model.chooseModel("stories260K-hf");
            model.chooseData("gsm8k");
            model.trySeveral();
          });
      window.untilShown("9 trainings, about ");
      look.picture(window, "several");
      assertThat(window.find(Button.class))
          .filteredOn(
              b -> b.getStyleClass().contains("accent") && inside(b, window.find(".several-sheet")))
          .hasSize(1);
      Window.act(() -> model.several().laterProperty().set(true));
      desk.memory = 1;
      Window.act(
          () -> model.several().axes().getLast().offered().getLast().tickedProperty().set(true));
      window.untilShown("does not fit here");
      look.picture(window, "several-at-night");
      Window.act(
          () -> {
            model.several().axes().getFirst().typedProperty().set("many");
            model.several().axes().getLast().typedProperty().set("no_proj");
            model.several().timeProperty().set("late");
          });
      window.untilShown("Put right what is marked above.");
      look.picture(window, "several-wrong");
      assertThat(window.find(".several-verdict").getAccessibleText())
          .isEqualTo("Put right what is marked above.");
    }
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void looks(Look look) {
    try (Window window = window(look)) {
      look.picture(window, "training-empty");
      Window.act(this::furnish);
      Window.act(
          () -> {
            model.show(TrainingDraft.empty());
            model.chooseModel("stories260K-hf");
            model.chooseData("gsm8k");
          });
      look.picture(window, "training-full");
      unfold(window, ".layers");
      scroll(window, 1);
      look.picture(window, "training-modules");
      unfold(window, ".more");
      Window.act(
          () -> {
            model.form().edit(Setting.LEARNING_RATE, "abc");
            model.form().edit(Setting.TARGET_MODULES, "nonsense");
          });
      scroll(window, 0.5);
      look.picture(window, "training-failed");
      assertThat(window.shows("Learning rate is")).isTrue();
    }
  }
}
