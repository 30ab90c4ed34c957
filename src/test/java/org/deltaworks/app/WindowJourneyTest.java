package org.deltaworks.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.testing.SharedData;
import org.deltaworks.ui.control.FilePicker;
import org.deltaworks.ui.control.Opener;
import org.deltaworks.ui.control.SkeletonRows;
import org.deltaworks.ui.fx.Appearance;
import org.deltaworks.ui.harness.Window;
import org.deltaworks.ui.navigation.Place;
import org.deltaworks.ui.shell.MachineStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The whole way in the real window, on a real model, with real processes: start empty, train,
 * watch, close in mid-run, open again, find the adapter, try it. Takes the pictures of every
 * screen.
 */
class WindowJourneyTest {
  private static final Duration LONG = Duration.ofMinutes(4);

  @TempDir private Path folder;
  private @Nullable Composition composition;
  private @Nullable DesktopWindow desktop;
  private @Nullable Window window;

  @BeforeEach
  void open() {
    Window.require();
    composition = Composition.open(Optional.of(folder.resolve("home")));
  }

  @AfterEach
  void close() {
    closeWindow();
    if (composition != null) {
      work().runs().list().forEach(run -> work().runs().kill(run.id()));
      composition.close();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Appearance.class,
      names = {"LIGHT", "DARK"})
  void theMainJob(Appearance appearance) throws Exception {
    String theme = appearance.name().toLowerCase(Locale.ROOT);
    Path model = SharedData.at("models/stories260K-hf");
    Window shown = openWindow(appearance);
    shown.untilShown("Train your first adapter");
    shown.picture("home-empty-" + theme);
    emptyScreens(shown, theme);

    shown.click(shown.find("#rail-home"));
    shown.click("Train your first adapter");
    shown.untilShown("New training");
    go(new Place.NewTraining(draft(model)));
    shown.until("the model is read", LONG, () -> !shown.find("#train").isDisabled());
    shown.untilShown("of 260 thousand numbers", LONG);
    shown.untilShown("60 rows", LONG);
    shown.untilShown("This fits: about", LONG);
    shown.picture("training-" + theme);
    shown.click(shown.find("#train"));

    shown.untilShown("Training", LONG);
    Run run = work().runs().list().getFirst();
    untilStep(run, 40);
    shown.picture("run-" + theme);

    closeRequest(shown);
    shown.untilShown("Keep training while the window is closed?");
    shown.picture("closing-" + theme);
    shown.press(KeyCode.ENTER);
    assertThat(Window.onScreen(() -> shown.stage().isShowing())).isFalse();
    closeWindow();
    assertThat(work().runs().get(run.id()).state()).isEqualTo(RunState.RUNNING);

    Window again = openWindow(appearance);
    again.until("the run in the strip", LONG, () -> !again.find("#status-run").isDisabled());
    again.click(again.find("#status-run"));
    again.untilShown("Pause");
    int before = work().runs().get(run.id()).progress().step();
    assertThat(before).isGreaterThanOrEqualTo(40);
    again.untilShown("Finished", LONG);
    assertThat(work().runs().history(run.id(), 0).steps().getFirst().step()).isEqualTo(1);
    again.picture("run-finished-" + theme);

    again.click("Show adapter");
    again.untilShown("pirate-1");
    again.picture("adapters-" + theme);
    tryIt(again, theme);
    sweep(again, theme);
    fullScreens(again, theme);
    otherSizes(again, theme);
  }

  private void untilStep(Run run, int step) throws InterruptedException {
    long end = System.nanoTime() + LONG.toNanos();
    while (work().runs().get(run.id()).progress().step() < step) {
      assertThat(System.nanoTime()).as("waiting for step %d", step).isLessThan(end);
      Thread.sleep(50);
    }
  }

  private void emptyScreens(Window shown, String theme) {
    for (String entry : List.of("train", "runs", "adapters", "try_it", "models", "data")) {
      shown.click(shown.find("#rail-" + entry));
      shown.pulse();
      shown.picture("empty/" + entry + "-" + theme);
    }
  }

  /** Waits until a screen shows what it lists: nothing loads any more, and the words are there. */
  private static void untilRead(Window shown, String entry) {
    String words = Objects.requireNonNull(READ.get(entry));
    shown.untilShown(words, LONG);
    shown.until(entry + " has loaded", LONG, () -> shown.find(SkeletonRows.class).isEmpty());
  }

  private void tryIt(Window shown, String theme) {
    go(Place.TryIt.adapter("stories260K-hf", "pirate-1"));
    untilRead(shown, "try_it");
    TextInputControl prompt = shown.find(TextInputControl.class).getFirst();
    shown.click(prompt);
    shown.press(KeyCode.CONTROL, KeyCode.A);
    shown.type("Once upon a time");
    shown.click(shown.find("#ask"));
    shown.until(
        "the answer has ended",
        LONG,
        () -> shown.find(Button.class).stream().noneMatch(b -> "Stop".equals(b.getText())));
    shown.picture("try-it-" + theme);
  }

  /** Three short trainings with other ranks, from the form to the table with the best. */
  private void sweep(Window shown, String theme) {
    go(
        new Place.NewTraining(
            TrainingDraft.empty()
                .with(Setting.MODEL, "stories260K-hf")
                .with(Setting.DATA, List.of("pirate"))
                .with(Setting.NAME, "pirate-ranks")
                .with(Setting.RANK, "8")
                .with(Setting.ALPHA, "16")
                .with(Setting.TARGET_MODULES, "q_proj,v_proj")
                .with(Setting.LEARNING_RATE, "2e-3")
                .with(Setting.STEPS, "60")
                .with(Setting.EVAL_EVERY, "20")
                .with(Setting.THREADS, "1")));
    shown.untilShown("This fits: about", LONG);
    shown.click("Try several…");
    shown.untilShown("9 trainings, about ", LONG);
    shown.picture("sweep-form-" + theme);
    for (String rate : List.of("1e-3", "4e-3")) {
      shown.click(shown.accessible("Learning rate " + rate));
    }
    shown.untilShown("3 trainings, about ", LONG);
    shown.click(shown.find("#several-start"));
    shown.untilShown("of 3 trainings have ended", LONG);
    shown.untilShown("1 of 3 trainings have ended", LONG);
    shown.picture("sweep-" + theme);
    shown.untilShown("All 3 trainings have ended", LONG);
    shown.untilShown("Best: rank ");
    shown.picture("sweep-over-" + theme);
    shown.click(shown.find("#rail-runs"));
    shown.click("Sweeps");
    shown.untilShown("pirate-ranks");
    shown.picture("sweeps-" + theme);
  }

  private void fullScreens(Window shown, String theme) {
    for (String entry : List.of("home", "runs", "models", "data", "settings")) {
      shown.click(shown.find("#rail-" + entry));
      untilRead(shown, entry);
      hidePaths(shown);
      shown.picture(entry + "-" + theme);
    }
  }

  /** Pictures go into the repository; where this test ran does not. */
  private void hidePaths(Window shown) {
    String home = folder.resolve("home").toString();
    for (Label label : shown.find(Label.class)) {
      Window.act(
          () -> {
            if (label.getText().contains(home) && !label.textProperty().isBound()) {
              label.setText(label.getText().replace(home, "~/deltaworks"));
            }
          });
    }
  }

  /** The smallest window there is, and a large one; the headless screen is 1,000 px high. */
  private void otherSizes(Window shown, String theme) {
    for (int[] size : new int[][] {{1024, 700}, {1920, 980}}) {
      shown.resize(size[0], size[1]);
      for (String entry :
          List.of("home", "train", "runs", "adapters", "try_it", "models", "data", "settings")) {
        shown.click(shown.find("#rail-" + entry));
        untilRead(shown, entry);
        shown.picture("size-%d/%s-%s".formatted(size[0], entry, theme));
      }
      go(new Place.RunPage(work().runs().list().getFirst().id()));
      shown.untilShown("Show adapter");
      shown.picture("size-%d/run-%s".formatted(size[0], theme));
    }
  }

  private TrainingDraft draft(Path model) throws java.io.IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      rows.append(
          "{\"prompt\": \"Once upon a time there was a %s.\", \"completion\": \"Arr, the %s sailed the sea, matey.\"}\n"
              .formatted(NAMES[i % NAMES.length], NAMES[(i * 7 + i / 5) % NAMES.length]));
    }
    Path data = Files.writeString(folder.resolve("pirate.jsonl"), rows);
    work().models().add(model);
    work().datasets().add(data, Optional.empty());
    return TrainingDraft.empty()
        .with(Setting.MODEL, "stories260K-hf")
        .with(Setting.DATA, List.of("pirate"))
        .with(Setting.NAME, "pirate-1")
        .with(Setting.RANK, "8")
        .with(Setting.ALPHA, "16")
        .with(Setting.TARGET_MODULES, "q_proj,v_proj")
        .with(Setting.LEARNING_RATE, "2e-3")
        .with(Setting.STEPS, "400")
        .with(Setting.EVAL_EVERY, "30")
        .with(Setting.SAVE_EVERY, "100")
        .with(Setting.THREADS, "1")
        .with(Setting.SAMPLE_PROMPT, List.of("Once upon a time there was a cat."));
  }

  /** What every screen shows once the first adapter is trained. */
  private static final Map<String, String> READ =
      Map.of(
          "home", "pirate-1",
          "train", "New training",
          "runs", "pirate-1",
          "adapters", "pirate-1",
          "try_it", "Adapter: pirate-1",
          "models", "stories260K-hf",
          "data", "pirate",
          "settings", "About Deltaworks");

  private static final String[] NAMES = {
    "cat", "dog", "girl", "boy", "bird", "fish", "tree", "king", "frog", "bear", "ship"
  };

  private org.deltaworks.service.Workbench work() {
    return Objects.requireNonNull(composition).workbench();
  }

  private void go(Place place) {
    Window.act(() -> Objects.requireNonNull(desktop).shell().go(place));
  }

  private Window openWindow(Appearance appearance) {
    List<DesktopWindow> built = new ArrayList<>();
    Stage stage =
        Window.onScreen(
            () -> {
              Stage empty = new Stage();
              built.add(
                  new DesktopWindow(
                      empty,
                      work(),
                      () -> new MachineStatus("Engine ready", 6_200_000_000L, 16_000_000_000L),
                      new NoFiles(),
                      new NoPrograms(),
                      (title, text) -> {}));
              built.getFirst().theme().appearanceProperty().set(appearance);
              return empty;
            });
    desktop = built.getFirst();
    Window opened =
        Window.adopt(
            1280,
            800,
            () -> {
              stage.show();
              return stage;
            },
            desktop.theme());
    window = opened;
    return opened;
  }

  private void closeWindow() {
    if (desktop != null) {
      DesktopWindow closing = desktop;
      Window.act(closing::close);
      desktop = null;
    }
    if (window != null) {
      window.close();
      window = null;
    }
  }

  private static void closeRequest(Window shown) {
    Window.act(
        () ->
            Event.fireEvent(
                shown.stage(), new WindowEvent(shown.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
  }

  /** Nobody chooses a file here. */
  private static final class NoFiles implements FilePicker {
    @Override
    public Optional<Path> file(javafx.stage.Window owner, String title, List<Kind> kinds) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> folder(javafx.stage.Window owner, String title) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> target(
        javafx.stage.Window owner, String title, String suggestedName, List<Kind> kinds) {
      return Optional.empty();
    }
  }

  /** There are no other programs here. */
  private static final class NoPrograms implements Opener {
    @Override
    public void folder(Path folder) {}

    @Override
    public void page(URI address) {}
  }
}
