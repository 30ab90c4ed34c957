package org.deltaworks.ui.datasets;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.datasets.DatasetStore.DatasetEntry;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.control.ContentPane;
import org.deltaworks.ui.control.EmptyState;
import org.deltaworks.ui.control.FailedState;
import org.deltaworks.ui.control.FilePicker;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Theme;
import org.deltaworks.ui.fx.Words;
import org.deltaworks.ui.navigation.Place;
import org.deltaworks.ui.navigation.Screen;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Data: the files on the left, the chosen one on the right. */
public final class DatasetsView implements Screen {
  private static final FilePicker.Kind EXAMPLES =
      new FilePicker.Kind(
          "Examples", List.of("*.jsonl", "*.json", "*.csv", "*.tsv", "*.parquet", "*.txt"));

  private static final double LEAST_DETAIL = 200;

  private final DatasetsViewModel model;
  private final FilePicker picker;
  private final ListView<DatasetEntry> files = new ListView<>();
  private final VBox problem = Layout.column();
  private final VBox root;

  /** A view of this view model. */
  public DatasetsView(DatasetsViewModel model, FilePicker picker) {
    this.model = model;
    this.picker = picker;
    files.setCellFactory(list -> new FileCell());
    files.getStyleClass().add("file-list");
    files.setAccessibleText("Data files");
    files
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (property, old, now) -> {
              if (now != null) {
                model.selectedProperty().set(now);
              }
            });
    model
        .selectedProperty()
        .addListener((property, old, now) -> files.getSelectionModel().select(now));
    VBox detail = Layout.card(new DatasetDetail(model));
    ScrollPane scroll = Layout.scrolling(detail);
    scroll.setFitToHeight(false);
    scroll.setPrefWidth(LEAST_DETAIL);
    HBox halves = new HBox(Layout.BETWEEN, files, Layout.grow(scroll));
    ContentPane<List<DatasetEntry>> pane =
        new ContentPane<>(
            model.contentProperty(), halves, List::isEmpty, this::empty, model::refresh);
    root = Layout.column(Layout.BETWEEN, header(), problem, Layout.grow(pane));
    root.getStyleClass().addAll("datasets", "screen");
    root.getStylesheets().add(Theme.sheet(DatasetsView.class, "datasets.css"));
    model
        .contentProperty()
        .addListener(
            (property, old, now) ->
                now.ready()
                    .ifPresent(
                        all -> {
                          DatasetEntry selected = model.selectedProperty().get();
                          files.getItems().setAll(all);
                          files.getSelectionModel().select(selected);
                        }));
    model.addProblemProperty().addListener((property, old, now) -> showProblem(now));
    showProblem(model.addProblemProperty().get());
  }

  @Override
  public Parent node() {
    return root;
  }

  @Override
  public void show(Place place) {
    model.refresh();
  }

  private Node header() {
    Button add = Buttons.main("Add a file…", this::choose);
    add.disableProperty().bind(model.addingProperty());
    add.visibleProperty()
        .bind(
            model.contentProperty().map(c -> c.ready().map(list -> !list.isEmpty()).orElse(false)));
    return Layout.row(
        Words.title("Data"),
        Layout.shown(Words.caption("Reading the file…"), model.addingProperty()),
        Layout.spacer(),
        add);
  }

  private Node empty() {
    return new EmptyState(
        Feather.FILE_TEXT,
        "No examples yet",
        "A model learns from examples: questions with answers, conversations or plain text, in a"
            + " JSON Lines, CSV, Parquet or text file.",
        Buttons.main("Add a file…", this::choose));
  }

  private void choose() {
    picker
        .file(root.getScene().getWindow(), "Examples to learn from", List.of(EXAMPLES))
        .ifPresent(model::add);
  }

  private void showProblem(Optional<Problem> found) {
    problem.getChildren().clear();
    found.ifPresent(
        p ->
            problem
                .getChildren()
                .add(
                    new FailedState(
                        p,
                        Buttons.plain("Choose another file…", this::choose),
                        Buttons.flat("Close", model::forgetProblem))));
    problem.setVisible(found.isPresent());
    problem.setManaged(found.isPresent());
  }

  /** Name and size of a file. */
  private static final class FileCell extends ListCell<DatasetEntry> {
    @Override
    protected void updateItem(@Nullable DatasetEntry entry, boolean empty) {
      super.updateItem(entry, empty);
      setText(null);
      setGraphic(
          empty || entry == null
              ? null
              : Layout.column(
                  2,
                  Words.body(entry.name()),
                  Words.caption(Figures.counted(entry.rows(), "row") + ", " + entry.form())));
    }
  }
}
