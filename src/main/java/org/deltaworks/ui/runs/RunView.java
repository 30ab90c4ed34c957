package org.deltaworks.ui.runs;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.ui.control.ContentPane;
import org.deltaworks.ui.control.EmptyState;
import org.deltaworks.ui.control.FilePicker;
import org.deltaworks.ui.control.chart.ChartFlag;
import org.deltaworks.ui.control.chart.ChartSeries;
import org.deltaworks.ui.control.chart.LossChart;
import org.deltaworks.ui.fx.Content;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.live.RunWords;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One run: how it stands, its live curve, its figures, what it says, what it did. */
public final class RunView {
  private final RunViewModel model;
  private final LossChart chart = new LossChart("loss");
  private final ProgressBar progress = new ProgressBar();
  private final RunFigures figures = new RunFigures();
  private final VBox problem = new VBox();
  private final RunWarning warning;
  private final RunHeader header;
  private final RunTabs tabs;
  private final VBox root;
  private long shown = -1;
  private @Nullable ChartSeries shownSeries;

  /** A view of this view model. */
  public RunView(RunViewModel model, FilePicker picker) {
    this.model = model;
    this.header = new RunHeader(model, new ChartExport(model, chart, picker));
    this.warning = new RunWarning(model.warningProperty());
    this.tabs = new RunTabs(model);
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.getStyleClass().add("run-progress");
    VBox picture = Layout.card(chart);
    picture.getStyleClass().add("run-chart");
    SplitPane split = new SplitPane(picture, tabs.node());
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.66);
    split.getStyleClass().add("run-split");
    VBox page =
        Layout.column(
            12, header.node(), progress, problem, warning, figures.node(), Layout.grow(split));
    root =
        Layout.column(
            new ContentPane<Run>(
                model.contentProperty(), page, run -> false, () -> missing(), () -> {}));
    root.setPadding(new Insets(Layout.BETWEEN, Layout.AROUND, Layout.BETWEEN, Layout.AROUND));
    model.contentProperty().addListener((property, old, now) -> now.ready().ifPresent(this::show));
    model.live().revisionProperty().addListener((property, old, now) -> grow());
    model
        .flags()
        .addListener(
            (ListChangeListener<ChartFlag>) change -> chart.setFlags(List.copyOf(model.flags())));
    model.askedProperty().addListener((property, old, now) -> redress());
  }

  Node node() {
    return root;
  }

  private void show(Run run) {
    header.show(run);
    if (shown != run.id()) {
      shown = run.id();
      grow();
    }
    double share = RunWords.share(run);
    boolean rests = run.state().atRest();
    progress.setProgress(share < 0 && rests ? 0 : share);
    progress.setVisible(run.state() != RunState.FINISHED);
    progress.setManaged(progress.isVisible());
    chart.setExpectedEnd(rests ? 0 : run.plannedSteps());
    problem.getChildren().setAll(RunTrouble.of(run, model));
    problem.setManaged(!problem.getChildren().isEmpty());
    tabs.show(run);
    figures.show(run, model.live());
  }

  private void grow() {
    if (shownSeries != model.live().series()) {
      shownSeries = model.live().series();
      chart.setSeries(List.of(shownSeries));
    } else {
      chart.changed();
    }
    redress();
  }

  private void redress() {
    if (model.contentProperty().get() instanceof Content.Ready<Run>(Run run)) {
      header.show(run);
      figures.show(run, model.live());
    }
  }

  private static Node missing() {
    return new EmptyState(Feather.ACTIVITY, "No such run", "It was deleted.");
  }
}
