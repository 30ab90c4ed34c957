package org.deltaworks.ui.runs;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.service.training.SweepOverview;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.control.ContentPane;
import org.deltaworks.ui.control.EmptyState;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.deltaworks.ui.live.SweepWords;
import org.kordamp.ikonli.feather.Feather;

/** One sweep: the best so far in words, and every run in a table. */
public final class SweepView {
  private final SweepViewModel model;
  private final Label name = Words.title("");
  private final Label about = Words.muted("");
  private final Button cancel;
  private final SweepSummary summary;
  private final StackPane tablePlace = new StackPane();
  private final VBox root;
  private Optional<Long> shown = Optional.empty();

  /** A view of this view model. */
  public SweepView(SweepViewModel model) {
    this.model = model;
    this.summary = new SweepSummary(model);
    this.cancel = Buttons.plain(Feather.X, "Cancel what waits", model::cancelWaiting);
    Button back = Buttons.icon(Feather.ARROW_LEFT, "All sweeps", model::list);
    name.setMinWidth(0);
    VBox words = Layout.column(2, name, about);
    words.setMinWidth(0);
    HBox header = Layout.row(back, Layout.growWide(words), cancel);
    VBox page = Layout.column(Layout.BETWEEN, header, summary, Layout.grow(tablePlace));
    root =
        Layout.column(
            new ContentPane<Optional<SweepOverview>>(
                model.contentProperty(), page, Optional::isEmpty, this::missing, () -> {}));
    root.setPadding(new Insets(Layout.BETWEEN, Layout.AROUND, Layout.AROUND, Layout.AROUND));
    model
        .contentProperty()
        .addListener((property, old, now) -> now.ready().flatMap(o -> o).ifPresent(this::show));
  }

  Node node() {
    return root;
  }

  private void show(SweepOverview overview) {
    name.setText(overview.sweep().name());
    about.setText(about(overview));
    long waiting = SweepViewModel.waiting(overview);
    cancel.setVisible(waiting > 0);
    cancel.setManaged(waiting > 0);
    summary.show(overview);
    if (!shown.equals(Optional.of(overview.sweep().id()))) {
      shown = Optional.of(overview.sweep().id());
      tablePlace.getChildren().setAll(SweepTable.of(model, overview.sweep()));
    }
  }

  private static String about(SweepOverview overview) {
    Run first = overview.points().getFirst().run();
    List<String> data =
        first.draft().texts(Setting.DATA).stream()
            .map(
                file -> file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1))
            .toList();
    return "Tries %s on %s%s; the lowest %s is best."
        .formatted(
            SweepWords.varied(overview),
            first.model(),
            data.isEmpty() ? "" : " with " + String.join(", ", data),
            SweepWords.metric(overview.sweep().metric()));
  }

  private Node missing() {
    return new EmptyState(
        Feather.GRID,
        "No such sweep",
        "Its runs were deleted.",
        Buttons.plain("All sweeps", model::list));
  }
}
