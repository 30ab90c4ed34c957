package org.deltaworks.ui.training;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.control.FilePicker;
import org.deltaworks.ui.control.Icons;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The second question: which examples to learn from, and whether they can be read. */
final class DataSection extends VBox {
  private static final FilePicker.Kind EXAMPLES =
      new FilePicker.Kind(
          "Examples", List.of("*.jsonl", "*.json", "*.csv", "*.tsv", "*.parquet", "*.txt"));

  private final TrainingViewModel model;
  private final ComboBox<DataOption> known = new ComboBox<>();
  private final VBox note = Layout.column(Layout.TIGHT);
  private boolean following;

  DataSection(TrainingViewModel model, FilePicker picker) {
    super(Layout.INSIDE);
    this.model = model;
    getStyleClass().addAll("dw-card", "question");
    known.setItems(model.datasets());
    known.setPromptText("Choose examples");
    known.setAccessibleText("Examples to learn from");
    known.setMaxWidth(Double.MAX_VALUE);
    known.setMinWidth(120);
    known.setConverter(new OptionWords());
    known.valueProperty().addListener((property, old, now) -> chosen(now));
    Node add =
        Buttons.plain(
            Feather.PLUS,
            "Add a file…",
            () ->
                picker
                    .file(getScene().getWindow(), "Examples to learn from", List.of(EXAMPLES))
                    .ifPresent(model::addData));
    getChildren()
        .addAll(
            Words.heading("2  Learn from"),
            Layout.row(Layout.growWide(known), add),
            note,
            new FieldProblem(model.form().field(Setting.DATA), model.triedProperty()));
    model.form().draftProperty().addListener((property, old, now) -> follow());
    model
        .datasets()
        .addListener((javafx.collections.ListChangeListener<DataOption>) change -> follow());
    model.dataNoteProperty().addListener((property, old, now) -> show(now));
    show(model.dataNoteProperty().get());
    follow();
  }

  private void chosen(@Nullable DataOption option) {
    if (!following && option != null) {
      model.chooseData(option.name());
    }
  }

  private void follow() {
    List<String> said = model.form().draftProperty().get().texts(Setting.DATA);
    Optional<DataOption> option =
        said.size() == 1
            ? model.datasets().stream().filter(d -> d.name().equals(said.getFirst())).findFirst()
            : Optional.empty();
    following = true;
    known.setValue(option.orElse(null));
    known.setPromptText(said.isEmpty() ? "Choose examples" : String.join(", ", said));
    following = false;
  }

  private void show(DataNote now) {
    note.getChildren().clear();
    switch (now) {
      case DataNote.None() ->
          note.getChildren()
              .add(Words.muted("Questions with answers, conversations or text, one per line."));
      case DataNote.Reading() -> note.getChildren().add(Words.muted("Reading the examples…"));
      case DataNote.Read(long ignored, String summary, List<String> problems, int inAll) -> {
        note.getChildren()
            .add(line(problems.isEmpty() ? Feather.CHECK : Feather.INFO, summary, "data-good"));
        problems.forEach(p -> note.getChildren().add(line(Feather.ALERT_TRIANGLE, p, "data-bad")));
        if (inAll > problems.size()) {
          note.getChildren()
              .add(
                  Words.caption(
                      "and %d more; Data shows them all".formatted(inAll - problems.size())));
        }
      }
      case DataNote.Unreadable(String message, String remedy) ->
          note.getChildren().add(line(Feather.ALERT_CIRCLE, message + " " + remedy, "data-bad"));
    }
  }

  private static Label line(Feather picture, String text, String style) {
    Label line = Words.body(text);
    line.setGraphic(Icons.of(picture));
    line.getStyleClass().add(style);
    line.setMinHeight(USE_PREF_SIZE);
    return line;
  }

  /** Name and detail of an option. */
  private static final class OptionWords extends StringConverter<DataOption> {
    @Override
    public String toString(@Nullable DataOption option) {
      return option == null ? "" : option.name() + "  ·  " + option.detail();
    }

    @Override
    public @Nullable DataOption fromString(String words) {
      return null;
    }
  }
}
