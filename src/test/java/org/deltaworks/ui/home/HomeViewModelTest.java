package org.deltaworks.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollBar;
import org.deltaworks.corpus.demo.DemoShelf;
import org.deltaworks.domain.datasets.Row.Prompted;
import org.deltaworks.domain.demos.Demo;
import org.deltaworks.domain.demos.DemoMetric;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.platform.InstalledFiles;
import org.deltaworks.service.adapters.AdapterFolders;
import org.deltaworks.service.adapters.AdapterService;
import org.deltaworks.service.models.ModelService;
import org.deltaworks.service.task.SameThread;
import org.deltaworks.ui.fx.Appearance;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.fx.ScreenThread;
import org.deltaworks.ui.harness.Places;
import org.deltaworks.ui.harness.Told;
import org.deltaworks.ui.harness.Window;
import org.deltaworks.ui.harness.Workplace;
import org.deltaworks.ui.navigation.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HomeViewModelTest {
  private final Places places = new Places();
  private final Told told = new Told();
  private List<Demo> demos = List.of(demo());
  private boolean broken;
  private final Workplace work;

  HomeViewModelTest(@TempDir Path folder) {
    work = new Workplace(folder);
  }

  @AfterEach
  void close() {
    work.close();
  }

  @Test
  void aFreshHomeHasNothingButADemo() {
    HomeViewModel model = model(new Background(new SameThread(), ScreenThread.direct()));
    model.show();
    model.hide();
    HomeSnapshot here = model.contentProperty().get().ready().orElseThrow();
    assertThat(here.fresh()).isTrue();
    assertThat(here.demos()).extracting(DemoOffer::last).containsOnly(Optional.empty());
  }

  @Test
  void oneClickStartsADemoAndGoesToItsRun() {
    HomeViewModel model = model(new Background(new SameThread(), ScreenThread.direct()));
    model.start(demo());
    Run started = work.runs().list().getFirst();
    assertThat(started.name()).isEqualTo("pirate");
    assertThat(places.gone()).containsExactly(new Place.RunPage(started.id()));
    assertThat(model.startingProperty().get()).isEmpty();
  }

  @Test
  void aDemoThatCannotStartIsToldAndMayBeTriedAgain() {
    broken = true;
    HomeViewModel model = model(new Background(new SameThread(), ScreenThread.direct()));
    model.start(demo());
    assertThat(told.problems()).hasSize(1);
    assertThat(places.gone()).isEmpty();
    broken = false;
    model.start(demo());
    assertThat(places.gone()).hasSize(1);
  }

  @Test
  void aCardKnowsItsNewestRun() {
    Run first = started("pirate");
    work.train(first, 1, 1);
    work.finish(first, 1, "pirate");
    HomeViewModel model = model(new Background(new SameThread(), ScreenThread.direct()));
    model.show();
    model.hide();
    HomeSnapshot here = model.contentProperty().get().ready().orElseThrow();
    assertThat(here.demos().getFirst().last().orElseThrow().result()).contains("pirate");
    assertThat(here.training()).isFalse();
    model.tryIt(here.demos().getFirst().last().orElseThrow());
    assertThat(places.gone()).containsExactly(Place.TryIt.adapter("polder", "pirate"));
    started("pirate-2");
    HomeSnapshot later = here.with(work.runs().list(), Map.of());
    assertThat(later.demos().getFirst().last().orElseThrow().name()).isEqualTo("pirate-2");
    assertThat(later.training()).isTrue();
  }

  @Test
  void recentRunsComeWithTheirCurves() {
    Run run = work.running("pirate-4", 40, 60);
    HomeViewModel model = model(new Background(new SameThread(), ScreenThread.direct()));
    model.show();
    model.hide();
    HomeSnapshot here = model.contentProperty().get().ready().orElseThrow();
    assertThat(here.fresh()).isFalse();
    assertThat(here.recentRuns()).extracting(Run::name).containsExactly("pirate-4");
    assertThat(here.curves().get(run.id())).hasSize(40);
  }

  @Test
  void theInventoryIsASentence() {
    HomeSnapshot here =
        new HomeSnapshot(1, 6, 4_000_000, 3, List.of(), Map.of(), List.of(), List.of(), false);
    assertThat(HomeViewModel.inventory(here)).isEqualTo("One base model, 6 adapters, 4 MB.");
    HomeSnapshot none =
        new HomeSnapshot(0, 0, 0, 1, List.of(), Map.of(), List.of(), List.of(), false);
    assertThat(HomeViewModel.inventory(none)).isEqualTo("No base models, no adapters.");
  }

  @ParameterizedTest
  @CsvSource({
    "06:00,Good morning.",
    "11:59,Good morning.",
    "12:00,Good afternoon.",
    "18:00,Good evening.",
    "03:00,Good evening."
  })
  void theGreetingFollowsTheClock(LocalTime now, String greeting) {
    assertThat(HomeViewModel.greeting(now)).isEqualTo(greeting);
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,1080,772", "DARK,1080,772", "LIGHT,968,672", "DARK,1720,960"})
  void looks(Appearance appearance, double width, double height) {
    HomeView view = made();
    demos = new DemoShelf(InstalledFiles.assets().orElseThrow().resolve("demos")).list();
    Run done = started(demos.get(0), "pirate");
    work.train(done, 75, 75);
    work.finish(done, 75, "pirate");
    Run failed = started(demos.get(2), "mood");
    work.train(failed, 10, 75);
    work.fail(
        failed,
        10,
        Problem.of(Problem.Kind.OUT_OF_MEMORY, "There was not enough memory.", "Close something."));
    work.train(started(demos.get(1), "menu-writer-with-a-rather-long-name"), 30, 75);
    try (Window window = Window.open(appearance, width, height, () -> (Parent) view.node())) {
      Window.act(() -> view.show(new Place.Home()));
      window.untilShown("menu-writer-with-a-rather-long-name");
      window.picture(
          "screens/home-%s-%.0f".formatted(appearance.name().toLowerCase(Locale.ROOT), width));
      window.click("Train a new adapter");
      Window.act(view::hide);
    }
    assertThat(places.gone()).containsExactly(Place.NewTraining.empty());
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,1080,900", "DARK,1080,900"})
  void aFreshHomeLooks(Appearance appearance, double width, double height) {
    demos = new DemoShelf(InstalledFiles.assets().orElseThrow().resolve("demos")).list();
    HomeView view = made();
    try (Window window = Window.open(appearance, width, height, () -> (Parent) view.node())) {
      Window.act(() -> view.show(new Place.Home()));
      window.untilShown("Secret language");
      window.picture(
          "screens/home-demos-fresh-%s".formatted(appearance.name().toLowerCase(Locale.ROOT)));
      window.click(window.find("#demo-menu").lookup(".demo-start"));
      window.until("the run's page", () -> !places.gone().isEmpty());
      Window.act(view::hide);
    }
    Run started = work.runs().list().getFirst();
    assertThat(started.name()).isEqualTo("menu");
    assertThat(places.gone()).containsExactly(new Place.RunPage(started.id()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void theUsualWindowShowsAllOfHomeWithoutScrolling(int done) {
    demos = new DemoShelf(InstalledFiles.assets().orElseThrow().resolve("demos")).list();
    for (int i = 0; i < done; i++) {
      Run run = started(demos.get(i), demos.get(i).name());
      work.train(run, 75, 75);
      work.finish(run, 75, demos.get(i).name());
    }
    HomeView view = made();
    try (Window window = Window.open(Appearance.LIGHT, 1080, 772, () -> (Parent) view.node())) {
      Window.act(() -> view.show(new Place.Home()));
      window.untilShown("Secret language");
      window.picture("screens/home-fits-" + done);
      assertThat(window.find(ScrollBar.class))
          .filteredOn(bar -> bar.getOrientation() == Orientation.VERTICAL)
          .noneMatch(Node::isVisible);
      Window.act(view::hide);
    }
  }

  private HomeView made() {
    Window.require();
    return Window.onScreen(() -> new HomeView(model(work.background())));
  }

  private HomeViewModel model(Background background) {
    ModelService models =
        new ModelService(
            work.catalog().models(),
            (name, folder) -> {
              throw new IllegalStateException("there is no model here to read");
            },
            Optional.empty());
    AdapterService adapters = new AdapterService(work.catalog().adapters(), new NoFolders());
    return new HomeViewModel(
        new HomeViewModel.Services(
            models,
            adapters,
            work.runs(),
            () -> demos,
            (demo, since) -> {
              if (broken) {
                throw Problem.of(Problem.Kind.NOT_FOUND, "There is no polder.", "Install again.")
                    .asException();
              }
              return started(demo.name());
            }),
        background,
        places,
        told);
  }

  /** A queued run with the demo's own settings, as its card starts it. */
  private Run started(String name) {
    return started(demo(), name);
  }

  private Run started(Demo demo, String name) {
    return work.queued(demo.settings().with(Setting.NAME, name));
  }

  private static Demo demo() {
    return new Demo(
        "pirate",
        "Pirate",
        "The model gives the same kind of answers as before, but talks like a pirate.",
        Path.of("train.jsonl"),
        Path.of("heldout.jsonl"),
        List.of("Where is the harbour?"),
        new Always(),
        TrainingDraft.empty().with(Setting.MODEL, "polder").with(Setting.RANK, "8"));
  }

  /** A metric that nobody asks here. */
  private record Always() implements DemoMetric {
    @Override
    public String code() {
      return "always";
    }

    @Override
    public String label() {
      return "always";
    }

    @Override
    public double score(Prompted row, String answer) {
      return 1;
    }
  }

  /** No adapter folder is moved here. */
  private static final class NoFolders implements AdapterFolders {
    @Override
    public org.deltaworks.domain.adapters.Adapter bringIn(Path folder, String name) {
      throw new IllegalStateException("nothing is imported here");
    }

    @Override
    public void copyOut(String nameOrFolder, Path out) {}

    @Override
    public void remove(Path folder) {}
  }
}
