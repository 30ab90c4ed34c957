package org.deltaworks.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Parent;
import org.deltaworks.domain.demos.Arm;
import org.deltaworks.domain.demos.Comparison;
import org.deltaworks.domain.demos.Comparison.Baseline;
import org.deltaworks.domain.demos.Comparison.Entry;
import org.deltaworks.domain.demos.Comparison.Figures;
import org.deltaworks.domain.demos.Comparison.State;
import org.deltaworks.domain.demos.ComparisonStore;
import org.deltaworks.domain.demos.Demo;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Run;
import org.deltaworks.service.demos.ArmMeasure;
import org.deltaworks.service.demos.ComparisonService;
import org.deltaworks.ui.desk.Desk;
import org.deltaworks.ui.desk.ScriptedAnswerer;
import org.deltaworks.ui.fx.Appearance;
import org.deltaworks.ui.harness.Window;
import org.deltaworks.ui.navigation.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WhyLoraScreenTest {
  private final Kept kept = new Kept();
  private Desk desk;

  @BeforeEach
  void open(@TempDir java.nio.file.Path home) {
    desk = new Desk(home, new ScriptedAnswerer());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private WhyLoraViewModel model() {
    ComparisonService service =
        new ComparisonService(desk.demos, desk.training, desk.runs, new Nothing(), kept);
    return new WhyLoraViewModel(service, desk.runs, desk.background, desk.told, desk.told);
  }

  /** A comparison in which one way is done, one goes on, and one failed. */
  private static Comparison half() {
    List<Arm> arms = Arm.all();
    return Comparison.of("pirate", Instant.EPOCH)
        .with(new Baseline(0, 1.004))
        .with(
            new Entry(
                arms.get(0),
                State.MEASURED,
                Optional.of("why-lora-full"),
                Optional.of(
                    new Figures(5_475_584, 5_475_584, 912.4, 48.3, 21_902_336, 0.975, 1.61)),
                Optional.empty()))
        .with(
            new Entry(
                arms.get(1),
                State.MEASURED,
                Optional.of("why-lora-lora-16"),
                Optional.of(new Figures(448_512, 5_475_584, 623.9, 33.1, 1_797_000, 1, 1.21)),
                Optional.empty()))
        .with(
            new Entry(
                arms.get(2),
                State.FAILED,
                Optional.of("why-lora-lora-4"),
                Optional.empty(),
                Optional.of(
                    Problem.of(Problem.Kind.OUT_OF_MEMORY, "No memory.", "Close something."))));
  }

  @Test
  void numbersAreSaidAsTheyWereMeasured() {
    List<WhyLoraRow> rows = WhyLoraRow.of(half());
    assertThat(rows.getFirst().cells())
        .containsExactly("5.5 M (100 %)", "957 MB", "48 s", "21.9 MB", "98 %", "+0.61");
    assertThat(rows.get(2).cells()).containsOnly("–");
    assertThat(rows.get(2).problem()).contains("No memory.");
    assertThat(WhyLoraRow.signed(-0.034)).isEqualTo("−0.03");
    assertThat(WhyLoraViewModel.progress(half()))
        .isEqualTo("3 of %d done".formatted(Arm.all().size()));
  }

  @Test
  void theLastOneIsThereAgain() {
    kept.save(half());
    WhyLoraViewModel model = model();
    model.show();
    assertThat(model.contentProperty().get().ready().orElseThrow()).contains(half());
    assertThat(model.runningProperty().get()).isFalse();
    model.home();
    assertThat(desk.told.places).containsExactly(new Place.Home());
  }

  @ParameterizedTest
  @EnumSource(
      value = Appearance.class,
      names = {"LIGHT", "DARK"})
  void looks(Appearance appearance) {
    String theme = appearance.name().toLowerCase(Locale.ROOT);
    Window.require();
    WhyLoraViewModel model = model();
    WhyLoraView view = Window.onScreen(() -> new WhyLoraView(model));
    try (Window window = Window.open(appearance, 1080, 772, () -> (Parent) view.node())) {
      Window.act(view::show);
      window.untilShown("Not tried on this computer yet");
      window.picture("screens/why-lora-empty-" + theme);
      kept.save(half());
      Window.act(view::show);
      window.untilShown("Go on");
      window.picture("screens/why-lora-half-" + theme);
      assertThat(window.shows("LoRA, rank 16")).isTrue();
    }
  }

  /** Keeps in memory. */
  private static final class Kept implements ComparisonStore {
    private Optional<Comparison> last = Optional.empty();

    @Override
    public Optional<Comparison> load() {
      return last;
    }

    @Override
    public void save(Comparison comparison) {
      last = Optional.of(comparison);
    }
  }

  /** Nothing is measured here. */
  private static final class Nothing implements ArmMeasure {
    @Override
    public Baseline base(Demo demo) {
      throw new IllegalStateException("nothing is measured here");
    }

    @Override
    public Figures of(Demo demo, Arm arm, Run run) {
      throw new IllegalStateException("nothing is measured here");
    }
  }
}
