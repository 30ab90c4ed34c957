package org.deltaworks.ui.datasets;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.datasets.DatasetStore.DatasetEntry;
import org.deltaworks.domain.datasets.RowFormWords;
import org.deltaworks.service.datasets.DatasetPreview;
import org.deltaworks.service.datasets.LengthSummary;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.control.FailedState;
import org.deltaworks.ui.control.HelpMark;
import org.deltaworks.ui.control.Icons;
import org.deltaworks.ui.fx.Content;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One file: its rows as they are read, what is wrong with it, and a model's view of it. */
final class DatasetDetail extends VBox {
  private static final int PROBLEMS_SHOWN = 5;

  private final DatasetsViewModel model;
  private final Label title = Words.heading("");
  private final Label facts = Words.muted("");
  private final VBox problems = Layout.column(Layout.TIGHT);
  private final VBox tokens = Layout.column();
  private final VBox lengths = Layout.column();
  private final TokenView tokenView = new TokenView();
  private final LengthStrip strip = new LengthStrip();

  DatasetDetail(DatasetsViewModel model) {
    super(Layout.BETWEEN);
    this.model = model;
    getStyleClass().add("dataset-detail");
    ListView<RowText> rows = new ListView<>(model.rows());
    rows.getStyleClass().add("row-list");
    rows.setAccessibleText("Rows as they are read");
    rows.setCellFactory(list -> new RowCell());
    rows.getSelectionModel()
        .selectedItemProperty()
        .addListener((property, old, now) -> model.selectedRowProperty().set(now));
    model
        .selectedRowProperty()
        .addListener((property, old, now) -> rows.getSelectionModel().select(now));
    getChildren()
        .addAll(
            Layout.column(Layout.TIGHT, heading(), facts),
            problems,
            Layout.column(strong("Rows as they will be read"), rows),
            modelLine(),
            tokens,
            lengths);
    model.selectedProperty().addListener((property, old, now) -> show(now));
    model.previewProperty().addListener((property, old, now) -> showPreview(now));
    model.tokensProperty().addListener((property, old, now) -> showTokens(now));
    model.lengthsProperty().addListener((property, old, now) -> showLengths(now));
    show(model.selectedProperty().get());
    showPreview(model.previewProperty().get());
    showTokens(model.tokensProperty().get());
    showLengths(model.lengthsProperty().get());
  }

  private Node heading() {
    return Layout.row(
        title,
        Layout.spacer(),
        Buttons.plain("Train on it", () -> withSelected(model::train)),
        Buttons.icon(Feather.TRASH_2, "Remove from the list", () -> withSelected(model::remove)));
  }

  private void withSelected(java.util.function.Consumer<DatasetEntry> act) {
    Optional.ofNullable(model.selectedProperty().get()).ifPresent(act);
  }

  private Node modelLine() {
    ComboBox<String> box = new ComboBox<>(model.modelNames());
    box.setPromptText("Choose a model");
    box.setAccessibleText("Model whose view is shown");
    box.valueProperty().bindBidirectional(model.modelProperty());
    HBox words =
        HelpMark.explained(
            "As this model sees the chosen row",
            "A model reads tokens: pieces of words. What is learnt is what it will be trained to"
                + " say; the rest it only reads.");
    words.setMinWidth(USE_PREF_SIZE);
    return Layout.row(words, Layout.spacer(), box);
  }

  private void show(@Nullable DatasetEntry entry) {
    if (entry == null) {
      return;
    }
    title.setText(entry.name());
    facts.setText(
        "%s, read as %s, %s"
            .formatted(
                Figures.counted(entry.rows(), "row"),
                RowFormWords.of(entry.form()),
                Figures.bytes(entry.bytes())));
    facts.setTooltip(new Tooltip(entry.path()));
  }

  private void showPreview(Content<DatasetPreview> content) {
    problems.getChildren().clear();
    switch (content) {
      case Content.Loading<DatasetPreview>() -> {}
      case Content.Failed<DatasetPreview>(var problem) ->
          problems.getChildren().add(new FailedState(problem));
      case Content.Ready<DatasetPreview>(DatasetPreview read) -> fill(read.problems());
    }
    problems.setManaged(!problems.getChildren().isEmpty());
  }

  private void fill(List<DatasetPreview.LineProblem> found) {
    found.stream()
        .limit(PROBLEMS_SHOWN)
        .forEach(
            p -> {
              Label line = Words.body("Line %d: %s".formatted(p.line(), p.message()));
              line.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
              line.getStyleClass().add("line-problem");
              problems.getChildren().add(line);
            });
    if (found.size() > PROBLEMS_SHOWN) {
      problems
          .getChildren()
          .add(Words.caption("and %d more".formatted(found.size() - PROBLEMS_SHOWN)));
    }
  }

  private void showTokens(Content<List<TokenMark>> content) {
    tokens.getChildren().clear();
    switch (content) {
      case Content.Loading<List<TokenMark>>() -> tokens.getChildren().add(Words.muted("Reading…"));
      case Content.Failed<List<TokenMark>>(var problem) ->
          tokens.getChildren().add(new FailedState(problem));
      case Content.Ready<List<TokenMark>>(List<TokenMark> marks) -> {
        if (!marks.isEmpty()) {
          tokenView.show(marks);
          tokens.getChildren().add(tokenView);
        }
      }
    }
  }

  private void showLengths(Content<Optional<DatasetsViewModel.Lengths>> content) {
    lengths.getChildren().clear();
    switch (content) {
      case Content.Loading<Optional<DatasetsViewModel.Lengths>>() ->
          lengths.getChildren().add(Words.muted("Measuring the rows…"));
      case Content.Failed<Optional<DatasetsViewModel.Lengths>>(var problem) ->
          lengths.getChildren().add(new FailedState(problem));
      case Content.Ready<Optional<DatasetsViewModel.Lengths>>(var found) ->
          found.ifPresent(
              l -> {
                strip.show(l);
                lengths
                    .getChildren()
                    .addAll(strong("How long the rows are"), strip, Words.muted(sentence(l)));
              });
    }
  }

  private static String sentence(DatasetsViewModel.Lengths lengths) {
    LengthSummary s = lengths.summary();
    String cut =
        s.cut() == 0
            ? "No row is cut."
            : "%s longer than %d tokens and lose the end."
                .formatted(
                    s.cut() == 1 ? "One row is" : Figures.exact(s.cut()) + " rows are",
                    lengths.cut());
    String empty =
        s.withoutLabel() == 0
            ? ""
            : " %s nothing to learn from."
                .formatted(
                    s.withoutLabel() == 1
                        ? "One row has"
                        : Figures.exact(s.withoutLabel()) + " rows have");
    return "Nine of ten rows have at most %s tokens. %s%s"
        .formatted(Figures.exact(s.ninetieth()), cut, empty);
  }

  private static Label strong(String text) {
    Label label = Words.body(text);
    label.getStyleClass().add("dw-strong");
    return label;
  }
}
