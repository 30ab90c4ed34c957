package org.deltaworks.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Run;
import org.deltaworks.ui.control.FilePicker;
import org.deltaworks.ui.fx.Appearance;
import org.deltaworks.ui.harness.Places;
import org.deltaworks.ui.harness.Told;
import org.deltaworks.ui.harness.Workplace;
import org.deltaworks.ui.live.StateBadge;
import org.deltaworks.ui.navigation.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The runs screen in a real window, over a real catalog. */
class RunsScreenTest {
  private final Places places = new Places();
  private final Workplace work;
  private final RunsScreen screen;
  private final org.deltaworks.ui.harness.Window window;

  RunsScreenTest(@TempDir Path folder) {
    org.deltaworks.ui.harness.Window.require();
    work = new Workplace(folder);
    screen = org.deltaworks.ui.harness.Window.onScreen(this::screen);
    window =
        org.deltaworks.ui.harness.Window.open(
            Appearance.LIGHT, 1080, 772, () -> (Parent) screen.node());
  }

  @AfterEach
  void close() {
    org.deltaworks.ui.harness.Window.act(screen::hide);
    window.close();
    work.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Appearance.class,
      names = {"LIGHT", "DARK"})
  void everyState(Appearance appearance) {
    String theme = appearance.name().toLowerCase(Locale.ROOT);
    org.deltaworks.ui.harness.Window.act(() -> window.theme().appearanceProperty().set(appearance));
    go(new Place.Runs());
    window.untilShown("No runs yet");
    window.picture("screens/runs-empty-" + theme);

    Run done = work.running("pirate-3", 120, 120);
    work.finish(done, 120, "pirate-3");
    Run broken = work.running("menu-writer-large", 14, 300);
    work.fail(
        broken,
        14,
        Problem.of(
            Problem.Kind.OUT_OF_MEMORY,
            "The run needed more memory than this machine has (15.2 of 16 GB).",
            "Train with fewer rows at once."));
    Run going = work.running("pirate-4", 180, 400);
    go(new Place.Runs());
    window.untilShown("pirate-4");
    window.picture("screens/runs-" + theme);

    go(new Place.RunPage(going.id()));
    window.untilShown("step 180 of 400 · 1 min 50 s left · on polder");
    window.picture("screens/run-running-" + theme);
    assertThat(window.shows("Pause")).isTrue();
    window.click("What it took");
    window.untilShown("Its largest batch has been tried: expect");
    window.picture("screens/run-promise-running-" + theme);
    assertThat(mainButtons()).isZero();

    go(new Place.RunPage(broken.id()));
    window.untilShown("Go on with half the rows at once");
    window.picture("screens/run-failed-" + theme);
    assertThat(mainButtons()).isEqualTo(1);

    go(new Place.RunPage(done.id()));
    window.untilShown("Try it");
    window.picture("screens/run-finished-" + theme);
    window.untilShown("It took 4 % more memory and 7 % more time than promised");
    window.picture("screens/run-promise-" + theme);
    assertThat(mainButtons()).isEqualTo(1);
    window.click("Try it");
    assertThat(places.gone())
        .containsExactly(new Place.TryIt(Optional.of("polder"), List.of("pirate-3")));
  }

  @Test
  void aRunIsFoundByTheWordOfItsState() {
    Run done = work.running("pirate-3", 120, 120);
    work.finish(done, 120, "pirate-3");
    work.running("pirate-4", 180, 400);
    go(new Place.Runs());
    window.untilShown("pirate-4");
    window.click(window.find(TextField.class).getFirst());
    window.type("finished");
    assertThat(window.shows("pirate-3")).isTrue();
    assertThat(window.shows("pirate-4")).isFalse();
    assertThat(
            window.find(StateBadge.class).stream()
                .map(
                    badge ->
                        badge.getParent() instanceof TableCell<?, ?> cell ? cell.getText() : ""))
        .as("the badge alone says the word")
        .containsOnlyNulls();
  }

  private long mainButtons() {
    return window.find(Button.class).stream()
        .filter(b -> b.getStyleClass().contains("accent"))
        .count();
  }

  @Test
  void whatWaitsStandsAboveInOrderAndEveryButtonHasItsWords() {
    work.running("pirate-4", 180, 400);
    work.waiting("pirate-5");
    work.waiting("pirate-6");
    go(new Place.Runs());
    window.untilShown("2 runs wait");
    window.picture("screens/runs-waiting-light");
    assertThat(window.find(Button.class).stream().map(Button::getAccessibleText))
        .contains(
            "Start pirate-6 first",
            "Move pirate-6 up",
            "Move pirate-5 down",
            "Hold pirate-5",
            "Take pirate-6 out of the queue");
    assertThat(mainButtons()).isEqualTo(1);
  }

  @Test
  void fiftyThatWaitLeaveRoomForTheList() {
    work.running("pirate-4", 180, 400);
    for (int i = 1; i <= 50; i++) {
      work.waiting("many-" + i);
    }
    go(new Place.Runs());
    window.untilShown("50 runs wait");
    window.picture("screens/runs-waiting-50-light");
    TableView<?> table = window.find(TableView.class).getFirst();
    assertThat(table.getHeight()).isGreaterThan(300);
  }

  @Test
  void fromASweepToARunAndBack() {
    Run first = work.sweep("ranks", 3).points().getFirst().run();
    go(new Place.SweepPage("ranks"));
    window.untilShown("ranks-1");
    go(new Place.RunPage(first.id()));
    window.untilShown("ranks-1");
    window.click(window.find(Button.class).getFirst());
    assertThat(places.gone()).containsExactly(new Place.SweepPage("ranks"));
  }

  private void go(Place place) {
    org.deltaworks.ui.harness.Window.act(() -> screen.show(place));
    window.pulse();
  }

  private RunsScreen screen() {
    Told told = new Told();
    RunsViewModel runs = new RunsViewModel(work.runs(), work.resumption(), work.background(), told);
    QueueViewModel queue = new QueueViewModel(work.queue(), work.background(), told);
    RunViewModel run =
        new RunViewModel(work.runs(), work.resumption(), work.background(), places, told);
    return new RunsScreen(
        runs,
        queue,
        new RunsView(runs, queue, places),
        run,
        new RunView(run, new NoFiles()),
        sweeps(told));
  }

  private RunsScreen.Sweeps sweeps(Told told) {
    SweepsViewModel listed = new SweepsViewModel(work.sweeps(), work.background());
    SweepViewModel sweep = new SweepViewModel(work.sweeps(), work.background(), places, told);
    return new RunsScreen.Sweeps(
        listed, new SweepsView(listed, places), sweep, new SweepView(sweep));
  }

  /** Nobody chooses a file here. */
  private static final class NoFiles implements FilePicker {
    @Override
    public Optional<Path> file(Window owner, String title, List<Kind> kinds) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> folder(Window owner, String title) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> target(
        Window owner, String title, String suggestedName, List<Kind> kinds) {
      return Optional.empty();
    }
  }
}
