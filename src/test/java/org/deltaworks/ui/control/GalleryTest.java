package org.deltaworks.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.ui.fx.Appearance;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.deltaworks.ui.harness.Pictures;
import org.deltaworks.ui.harness.Window;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.feather.Feather;

/** Every control of ours in each theme, as pictures to be looked at. */
class GalleryTest {
  private record Sample(String name, String base, double loss, long bytes) {}

  @ParameterizedTest
  @EnumSource(
      value = Appearance.class,
      names = {"LIGHT", "DARK"})
  void plainControls(Appearance appearance) {
    show(appearance, "controls", GalleryTest::controls);
  }

  @ParameterizedTest
  @EnumSource(
      value = Appearance.class,
      names = {"LIGHT", "DARK"})
  void tables(Appearance appearance) {
    show(appearance, "table", GalleryTest::table);
  }

  private static void show(
      Appearance appearance, String name, java.util.function.Supplier<Parent> content) {
    String file = "gallery/" + name + "-" + appearance.name().toLowerCase(java.util.Locale.ROOT);
    try (Window window = Window.open(appearance, 1000, 700, content)) {
      window.picture(file);
    }
    assertThat(Pictures.FOLDER.resolve(file + ".png"))
        .satisfies(p -> assertThat(Files.size(p)).isGreaterThan(5000));
  }

  private static Parent controls() {
    TextField field = new TextField("pirate-4");
    ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList("linear", "cosine"));
    box.setValue("cosine");
    CheckBox check = new CheckBox("q_proj");
    check.setSelected(true);
    HBox buttons =
        Layout.row(
            Buttons.main("Train", () -> {}),
            Buttons.plain(Feather.FOLDER, "Open folder", () -> {}),
            Buttons.danger("Stop", () -> {}),
            Buttons.flat("More", () -> {}),
            Buttons.icon(Feather.COPY, "Copy", () -> {}));
    return Layout.page(
        Words.title("What will be trained"),
        Words.heading("Start from"),
        Words.body("1.2 million of 135 million numbers (0.9 %)"),
        Words.muted("Its own numbers stay as they are."),
        Words.caption("11 px, for units and times"),
        buttons,
        HelpMark.explained("Rank", "How much the adapter can hold."),
        Layout.row(field, box, check, new Slider(1, 64, 8), new ProgressBar(0.45)),
        new FailedState(
            Problem.of(
                Problem.Kind.OUT_OF_MEMORY,
                "The run needed 18 GB of memory and this machine has 16 GB.",
                "Train with fewer rows per step."),
            Buttons.plain("Halve the rows per step", () -> {})),
        Layout.row(
            Layout.BETWEEN,
            Layout.growWide(Layout.card(new SkeletonRows(3))),
            Layout.growWide(
                Layout.card(
                    new EmptyState(
                        Feather.LAYERS,
                        "No adapters yet",
                        "An adapter is what a training leaves behind.",
                        Buttons.main("Train your first adapter", () -> {}))))));
  }

  private static Parent table() {
    FilterTable<Sample> table =
        new FilterTable<>(
            FXCollections.observableArrayList(
                new Sample("pirate-3", "polder", 0.413, 412_000),
                new Sample("menu-writer", "SmolLM2-135M", 1.92, 4_700_000),
                new Sample("house-1", "polder", 0.88, 1_240_000)),
            "Find an adapter",
            List.of(
                Column.words("Name", 240, Sample::name),
                Column.words("Base", 200, Sample::base),
                Column.number("Loss", 90, Sample::loss, s -> "" + s.loss()),
                Column.number(
                    "Size",
                    100,
                    s -> (double) s.bytes(),
                    s -> org.deltaworks.ui.fx.Figures.bytes(s.bytes()))));
    table.addToBar(Buttons.plain("Import", () -> {}));
    table.table().getSelectionModel().select(1);
    javafx.scene.layout.VBox page =
        Layout.column(Layout.BETWEEN, Words.title("Adapters"), Layout.grow(table));
    page.setPadding(new javafx.geometry.Insets(Layout.AROUND));
    return page;
  }
}
