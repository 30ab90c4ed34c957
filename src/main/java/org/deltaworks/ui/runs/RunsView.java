package org.deltaworks.ui.runs;

import java.time.Instant;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.control.Column;
import org.deltaworks.ui.control.ContentPane;
import org.deltaworks.ui.control.EmptyState;
import org.deltaworks.ui.control.FilterTable;
import org.deltaworks.ui.control.RowAction;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.deltaworks.ui.live.RunDot;
import org.deltaworks.ui.live.RunWords;
import org.deltaworks.ui.live.StateBadge;
import org.deltaworks.ui.navigation.Navigator;
import org.deltaworks.ui.navigation.Place;
import org.kordamp.ikonli.feather.Feather;

/** All runs in one table. */
public final class RunsView {
  private final Navigator navigator;
  private final VBox root;

  /** A view of these view models. */
  public RunsView(RunsViewModel model, QueueViewModel queue, Navigator navigator) {
    this.navigator = navigator;
    FilterTable<RunRow> table = new FilterTable<>(model.rows(), "Find a run", columns());
    table.setOnOpen(row -> navigator.go(new Place.RunPage(row.id())));
    table.setActions(actions(model));
    table.addToBar(Buttons.main("New training", () -> navigator.go(Place.NewTraining.empty())));
    root =
        Layout.column(
            Layout.BETWEEN,
            Layout.row(
                Layout.BETWEEN, Words.title("Runs"), new ListSwitch(navigator, new Place.Runs())),
            new QueuePane(queue).node(),
            new ContentPane<>(
                model.contentProperty(), table, count -> count == 0, this::empty, model::show));
    root.setPadding(new Insets(Layout.AROUND));
  }

  Node node() {
    return root;
  }

  private Node empty() {
    return new EmptyState(
        Feather.ACTIVITY,
        "No runs yet",
        "A run is one training: you watch its curve here, pause it, and try what it has learnt.",
        Buttons.main("Train", () -> navigator.go(Place.NewTraining.empty())));
  }

  private List<RowAction<RunRow>> actions(RunsViewModel model) {
    return List.of(
        RowAction.<RunRow>one("Open", row -> navigator.go(new Place.RunPage(row.id()))),
        RowAction.many("Pause", model::pause)
            .when(rows -> rows.stream().allMatch(r -> r.state() == RunState.RUNNING)),
        RowAction.many("Go on", model::resume)
            .when(rows -> rows.stream().allMatch(r -> r.state().mayBecome(RunState.QUEUED))),
        RowAction.many("Stop", model::stop)
            .when(
                rows ->
                    rows.stream()
                        .allMatch(r -> !r.state().atRest() || r.state() == RunState.PAUSED)),
        RowAction.many("Delete", model::delete)
            .on("Delete")
            .when(rows -> rows.stream().allMatch(r -> r.state().atRest())));
  }

  private static List<Column<RunRow>> columns() {
    return List.of(
        Column.<RunRow>words("Name", 220, RunRow::name).withPicture(row -> new RunDot(row.id())),
        Column.<RunRow, RunState>ordered(
                "State", 110, RunRow::state, row -> RunWords.state(row.state()))
            .shownAs(row -> new StateBadge(row.state()))
            .withExact(row -> RunWords.state(row.state())),
        Column.<RunRow, Double>ordered("Progress", 190, RunRow::share, RunRow::progress)
            .withPicture(RunsView::bar),
        Column.<RunRow>number("Loss", 80, r -> r.loss().orElse(Double.NaN), r -> figure(r.loss())),
        Column.<RunRow>number(
            "Held out", 80, r -> r.heldOut().orElse(Double.NaN), r -> figure(r.heldOut())),
        Column.words("Base", 140, RunRow::model),
        Column.<RunRow>number(
                "Trained numbers",
                120,
                r -> (double) r.trainable(),
                r -> r.trainable() == 0 ? "" : Figures.count(r.trainable()))
            .withExact(r -> Figures.exact(r.trainable()))
            .atFirstHidden(),
        Column.<RunRow, Instant>ordered(
            "Begun", 110, RunRow::created, r -> Figures.ago(r.created(), Instant.now())));
  }

  private static Node bar(RunRow row) {
    ProgressBar bar = new ProgressBar(Math.max(0, row.share()));
    bar.getStyleClass().add("run-bar");
    return bar;
  }

  private static String figure(java.util.Optional<Double> loss) {
    return loss.map(Figures::loss).orElse("");
  }
}
