package org.deltaworks.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Parent;
import org.deltaworks.domain.datasets.Row.Prompted;
import org.deltaworks.domain.demos.Demo;
import org.deltaworks.domain.demos.DemoMetric;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.service.adapters.AdapterFolders;
import org.deltaworks.service.adapters.AdapterService;
import org.deltaworks.service.models.ModelService;
import org.deltaworks.service.task.SameThread;
import org.deltaworks.ui.fx.Appearance;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.fx.ScreenThread;
import org.deltaworks.ui.harness.Places;
import org.deltaworks.ui.harness.Window;
import org.deltaworks.ui.harness.Workplace;
import org.deltaworks.ui.navigation.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomeViewModelTest {
  private final Places places = new Places();
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
    model.tryDemo(here.demos().getFirst());
    assertThat(places.gone())
        .containsExactly(new Place.NewTraining(here.demos().getFirst().settings()));
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
        new HomeSnapshot(1, 6, 4_000_000, 3, List.of(), Map.of(), List.of(), List.of());
    assertThat(HomeViewModel.inventory(here)).isEqualTo("One base model, 6 adapters, 4 MB.");
    HomeSnapshot none = new HomeSnapshot(0, 0, 0, 1, List.of(), Map.of(), List.of(), List.of());
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
    Run done = work.running("pirate-3", 120, 120);
    work.finish(done, 120, "pirate-3");
    work.running("menu-writer-with-a-rather-long-name", 180, 400);
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
        new HomeViewModel.Services(models, adapters, work.runs(), () -> List.of(demo())),
        background,
        places);
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
