package org.deltaworks.ui.adapters;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.control.Column;
import org.deltaworks.ui.control.ContentPane;
import org.deltaworks.ui.control.EmptyState;
import org.deltaworks.ui.control.FailedState;
import org.deltaworks.ui.control.FilePicker;
import org.deltaworks.ui.control.FilterTable;
import org.deltaworks.ui.control.Opener;
import org.deltaworks.ui.control.RowAction;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Theme;
import org.deltaworks.ui.fx.Words;
import org.deltaworks.ui.navigation.Navigator;
import org.deltaworks.ui.navigation.Place;
import org.deltaworks.ui.navigation.Screen;
import org.kordamp.ikonli.feather.Feather;

/** Adapters: all of them in a table, the chosen one beside it. */
public final class AdaptersView implements Screen {
  private static final List<String> SPARED = List.of("Base", "Rating", "Tags", "Created");
  private static final double NARROW = 900;
  private static final double LEAST_TABLE = 200;

  private final AdaptersViewModel model;
  private final FilePicker picker;
  private final Navigator navigator;
  private final FilterTable<AdapterRow> table;
  private final VBox problem = Layout.column();
  private final VBox root;

  /** A view of this view model. */
  public AdaptersView(
      AdaptersViewModel model, FilePicker picker, Opener opener, Navigator navigator) {
    this.model = model;
    this.picker = picker;
    this.navigator = navigator;
    this.table = new FilterTable<>(model.rows(), "Find an adapter", columns());
    table.setOnOpen(model::tryIt);
    table.setActions(
        List.of(
            RowAction.one("Try it", model::tryIt),
            RowAction.one(
                "Open its folder", (AdapterRow row) -> opener.folder(row.adapter().folder())),
            RowAction.many("Delete", model::delete).on("Delete")));
    table
        .table()
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
        .addListener(
            (property, old, now) -> {
              if (now != null && !table.selected().contains(now)) {
                table.select(now);
              }
            });
    ScrollPane detail = Layout.scrolling(new AdapterDetail(model, picker, opener));
    detail.setFitToHeight(false);
    detail.getStyleClass().add("detail");
    table.setPrefWidth(LEAST_TABLE);
    HBox halves = new HBox(Layout.BETWEEN, Layout.grow(table), detail);
    halves
        .widthProperty()
        .addListener((property, old, now) -> fit(old.doubleValue(), now.doubleValue()));
    ContentPane<List<AdapterRow>> pane =
        new ContentPane<>(
            model.contentProperty(),
            halves,
            List::isEmpty,
            this::empty,
            () -> model.show(Optional.empty()));
    root = Layout.column(Layout.BETWEEN, header(), cost(), problem, Layout.grow(pane));
    root.getStyleClass().addAll("adapters", "screen");
    root.getStylesheets().add(Theme.sheet(AdaptersView.class, "adapters.css"));
    model.problemProperty().addListener((property, old, now) -> showProblem(now));
    showProblem(model.problemProperty().get());
  }

  @Override
  public Parent node() {
    return root;
  }

  @Override
  public void show(Place place) {
    if (place instanceof Place.Adapters(Optional<String> selected)) {
      model.show(selected);
    }
  }

  /** Leaves out what the page beside the table says too, where there is no room for both. */
  private void fit(double before, double now) {
    if (before == 0 || before < NARROW != now < NARROW) {
      table.table().getColumns().stream()
          .filter(column -> SPARED.contains(column.getText()))
          .forEach(column -> column.setVisible(now >= NARROW));
    }
  }

  private static List<Column<AdapterRow>> columns() {
    return List.of(
        Column.words("Name", 120, AdapterRow::name),
        Column.words("Base", 140, AdapterRow::base),
        Column.<AdapterRow>number(
            "Rank", 64, r -> (double) r.adapter().rank(), r -> "" + r.adapter().rank()),
        Column.words("Modules", 110, AdapterRow::modules).atFirstHidden(),
        Column.<AdapterRow>number(
                "Size",
                84,
                r -> (double) r.adapter().bytes(),
                r -> Figures.bytes(r.adapter().bytes()))
            .withExact(r -> Figures.exact(r.adapter().bytes()) + " bytes"),
        Column.<AdapterRow>number("Test loss", 100, AdapterRow::loss, AdapterRow::lossText),
        Column.<AdapterRow, Integer>ordered(
            "Rating", 76, r -> r.adapter().rating(), AdapterRow::stars),
        Column.words("Tags", 80, AdapterRow::tags),
        Column.words("Notes", 140, (AdapterRow r) -> r.adapter().notes()).atFirstHidden(),
        Column.<AdapterRow, java.time.Instant>ordered(
            "Created",
            100,
            r -> r.adapter().created(),
            r -> Figures.ago(r.adapter().created(), java.time.Instant.now())));
  }

  private Node header() {
    Button bring = Buttons.plain(Feather.FOLDER_PLUS, "Import a folder…", this::choose);
    bring.disableProperty().bind(model.busyProperty());
    return Layout.row(
        Layout.BETWEEN,
        Words.title("Adapters"),
        Layout.shown(
            Words.muted(model.totalProperty()),
            model.contentProperty().map(c -> c.ready().map(l -> !l.isEmpty()).orElse(false))),
        Layout.shown(Words.caption("Working…"), model.busyProperty()),
        Layout.spacer(),
        bring);
  }

  private Node cost() {
    ShelfCostBar bar = new ShelfCostBar();
    model.costProperty().addListener((property, old, now) -> bar.show(now));
    bar.show(model.costProperty().get());
    return bar;
  }

  private Node empty() {
    return new EmptyState(
        Feather.LAYERS,
        "No adapters yet",
        "An adapter is what a training makes: a small file that changes how a model answers.",
        Buttons.main("Train your first", () -> navigator.go(Place.NewTraining.empty())));
  }

  private void choose() {
    picker
        .folder(root.getScene().getWindow(), "Folder of an adapter")
        .ifPresent(model::importFolder);
  }

  private void showProblem(Optional<Problem> found) {
    problem.getChildren().clear();
    found.ifPresent(
        p ->
            problem
                .getChildren()
                .add(new FailedState(p, Buttons.flat("Close", model::forgetProblem))));
    problem.setVisible(found.isPresent());
    problem.setManaged(found.isPresent());
  }
}
