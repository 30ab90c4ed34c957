package org.deltaworks.ui.runs;

import java.time.Instant;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.control.Column;
import org.deltaworks.ui.control.ContentPane;
import org.deltaworks.ui.control.EmptyState;
import org.deltaworks.ui.control.FilterTable;
import org.deltaworks.ui.control.RowAction;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.deltaworks.ui.navigation.Navigator;
import org.deltaworks.ui.navigation.Place;
import org.kordamp.ikonli.feather.Feather;

/** All sweeps in one table. */
public final class SweepsView {
  private final Navigator navigator;
  private final VBox root;

  /** A view of this view model. */
  public SweepsView(SweepsViewModel model, Navigator navigator) {
    this.navigator = navigator;
    FilterTable<SweepRow> table = new FilterTable<>(model.rows(), "Find a sweep", columns());
    table.setOnOpen(this::open);
    table.setActions(List.of(RowAction.<SweepRow>one("Open", this::open)));
    table.addToBar(Buttons.main("New training", () -> navigator.go(Place.NewTraining.empty())));
    root =
        Layout.column(
            Layout.BETWEEN,
            Layout.row(
                Layout.BETWEEN, Words.title("Runs"), new ListSwitch(navigator, new Place.Sweeps())),
            new ContentPane<>(
                model.contentProperty(), table, count -> count == 0, this::empty, model::show));
    root.setPadding(new Insets(Layout.AROUND));
  }

  Node node() {
    return root;
  }

  private void open(SweepRow row) {
    navigator.go(new Place.SweepPage(row.name()));
  }

  private Node empty() {
    return new EmptyState(
        Feather.GRID,
        "No sweeps yet",
        "A sweep trains the same thing several times with other settings, one after another, and"
            + " shows which did best. Fill in a training, then choose \"Try several…\".",
        Buttons.main("Fill in a training", () -> navigator.go(Place.NewTraining.empty())));
  }

  private static List<Column<SweepRow>> columns() {
    return List.of(
        Column.words("Name", 170, SweepRow::name),
        Column.<SweepRow>words("Tries", 215, SweepRow::varied).withExact(SweepRow::varied),
        Column.<SweepRow, Double>ordered("Ended", 160, SweepRow::share, SweepRow::progress)
            .withPicture(SweepsView::bar),
        Column.<SweepRow>words("Best so far", 270, SweepRow::best).withExact(SweepRow::best),
        Column.<SweepRow>number(
            "Loss",
            70,
            row -> row.metric().orElse(Double.NaN),
            row -> row.metric().map(Figures::loss).orElse("")),
        Column.<SweepRow, Instant>ordered(
            "Begun", 100, SweepRow::created, r -> Figures.ago(r.created(), Instant.now())));
  }

  private static Node bar(SweepRow row) {
    ProgressBar bar = new ProgressBar(row.share());
    bar.getStyleClass().add("run-bar");
    return bar;
  }
}
