package org.deltaworks.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunStore;
import org.deltaworks.ui.fx.Appearance;
import org.deltaworks.ui.fx.ScreenThread;
import org.deltaworks.ui.fx.Theme;
import org.deltaworks.ui.harness.Window;
import org.deltaworks.ui.harness.Workplace;
import org.deltaworks.ui.navigation.Place;
import org.deltaworks.ui.navigation.Screen;
import org.deltaworks.ui.notice.NoticePane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {
  private final List<String> seen = new ArrayList<>();
  private final Workplace work;
  private final ShellViewModel model;
  private final Window window;

  ShellTest(@TempDir Path folder) {
    Window.require();
    work = new Workplace(folder);
    model = Window.onScreen(() -> new ShellViewModel(work.runs(), work.background()));
    Theme theme = Window.onScreen(() -> new Theme(Appearance.DARK));
    window = Window.adopt(1280, 800, () -> stage(theme), theme);
    Window.act(model::start);
  }

  @AfterEach
  void close() {
    Window.act(model::stop);
    window.close();
    work.close();
  }

  @Test
  void theKeyboardGoesEverywhereAndBack() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    assertThat(model.placeProperty().get()).isEqualTo(new Place.Runs());
    window.press(KeyCode.CONTROL, KeyCode.DIGIT8);
    assertThat(model.placeProperty().get()).isEqualTo(new Place.Settings());
    window.press(KeyCode.ALT, KeyCode.LEFT);
    assertThat(model.placeProperty().get()).isEqualTo(new Place.Runs());
    assertThat(seen)
        .containsExactly(
            "show Home",
            "hide Home",
            "show Runs",
            "hide Runs",
            "show Settings",
            "hide Settings",
            "show Runs");
    window.press(KeyCode.F1);
    window.untilShown("Keys");
  }

  @Test
  void theStripShowsTheRunAndLeadsToIt() {
    assertThat(window.shows("Nothing is training")).isTrue();
    Run run = work.running("pirate-4", 180, 400);
    window.untilShown("pirate-4 · step 180 of 400 · 1 min 50 s left");
    window.picture("screens/shell");
    window.click(window.find("#status-run"));
    assertThat(model.placeProperty().get()).isEqualTo(new Place.RunPage(run.id()));
    work.finish(run, 400, "pirate-4");
    window.untilShown("Nothing is training");
  }

  @Test
  void theStripShowsWhatTrainsAndNotWhatWaitsBehindIt() {
    work.running("pirate-4", 180, 400);
    work.waiting("pirate-5");
    window.untilShown("pirate-4 · step 180 of 400");
    assertThat(window.shows("pirate-5")).isFalse();
  }

  @Test
  void closingWithoutARunAsksNothing() {
    closeRequest();
    assertThat(showing()).isFalse();
  }

  @Test
  void closingDuringARunKeepsItGoingByDefault() {
    Run run = work.running("pirate-4", 18, 400);
    window.untilShown("pirate-4 · step 18 of 400 · 3 min 11 s left");
    closeRequest();
    window.untilShown("Keep training while the window is closed?");
    assertThat(showing()).isTrue();
    window.press(KeyCode.ENTER);
    assertThat(showing()).isFalse();
    assertThat(work.catalog().runs().takeWish(run.id())).isEmpty();
  }

  @Test
  void closingCanStopTheRunWhichKeepsWhatItLearnt() {
    Run run = work.running("pirate-4", 18, 400);
    window.until("the run", () -> model.runningProperty().get().isPresent());
    closeRequest();
    window.click("Stop it and close");
    window.until("closed", () -> !window.stage().isShowing());
    assertThat(work.catalog().runs().takeWish(run.id())).contains(RunStore.Wish.STOP);
  }

  @Test
  void escapeLeavesTheWindowOpen() {
    work.running("pirate-4", 18, 400);
    window.until("the run", () -> model.runningProperty().get().isPresent());
    closeRequest();
    window.untilShown("Keep it going");
    window.press(KeyCode.ESCAPE);
    assertThat(showing()).isTrue();
    assertThat(window.shows("Keep it going")).isFalse();
  }

  private void closeRequest() {
    Window.act(
        () -> {
          WindowEvent event = new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST);
          Event.fireEvent(window.stage(), event);
          if (!event.isConsumed() && model.runningProperty().get().isEmpty()) {
            window.stage().hide();
          }
        });
  }

  private boolean showing() {
    return Window.onScreen(() -> window.stage().isShowing());
  }

  private Stage stage(Theme theme) {
    Stage stage = new Stage();
    NoticePane notices = new NoticePane(ScreenThread.platform());
    notices.setContent(new ShellView(model, screens()).node());
    new ShellWindow(stage, model, notices, theme);
    stage.show();
    return stage;
  }

  private Map<Section, Supplier<Screen>> screens() {
    Map<Section, Supplier<Screen>> screens = new EnumMap<>(Section.class);
    for (Section section : Section.values()) {
      screens.put(section, () -> new Page(section.label(), seen));
    }
    return screens;
  }

  /** A screen that only remembers being shown. */
  private record Page(String name, StackPane node, List<String> seen) implements Screen {
    Page(String name, List<String> seen) {
      this(name, new StackPane(new Label(name)), seen);
    }

    @Override
    public void show(Place place) {
      seen.add("show " + name);
    }

    @Override
    public void hide() {
      seen.add("hide " + name);
    }
  }
}
