package org.deltaworks.ui.datasets;

import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.datasets.DatasetStore.DatasetEntry;
import org.deltaworks.domain.datasets.RowFormWords;
import org.deltaworks.ui.control.FilePicker;
import org.deltaworks.ui.control.ShelfFrame;
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

  private static final ShelfFrame.Speech SPEECH =
      new ShelfFrame.Speech(
          "Data",
          "file",
          Feather.FILE_TEXT,
          "No examples yet",
          "A model learns from examples: questions with answers, conversations or plain text, in a"
              + " JSON Lines, CSV, Parquet or text file.");

  private static final double LEAST_DETAIL = 200;

  private final DatasetsViewModel model;
  private final FilePicker picker;
  private final ListView<DatasetEntry> files = new ListView<>();
  private final ShelfFrame root;

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
    root =
        new ShelfFrame(
            SPEECH,
            new ShelfFrame.Wiring<>(
                model.contentProperty(),
                model.addingProperty(),
                model.addProblemProperty(),
                this::choose,
                model::refresh,
                model::forgetProblem),
            halves);
    root.getStyleClass().add("datasets");
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
  }

  @Override
  public Parent node() {
    return root;
  }

  @Override
  public void show(Place place) {
    model.refresh();
  }

  private void choose() {
    picker
        .file(root.getScene().getWindow(), "Examples to learn from", List.of(EXAMPLES))
        .ifPresent(model::add);
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
                  Words.caption(
                      Figures.counted(entry.rows(), "row")
                          + ", "
                          + RowFormWords.of(entry.form()))));
    }
  }
}
