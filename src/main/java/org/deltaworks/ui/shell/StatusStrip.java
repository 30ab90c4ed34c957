package org.deltaworks.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.deltaworks.domain.training.Run;
import org.deltaworks.ui.control.Sparkline;
import org.deltaworks.ui.control.chart.Curve;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.SeriesStyle;
import org.deltaworks.ui.fx.Words;
import org.deltaworks.ui.live.RunDot;
import org.deltaworks.ui.live.RunWords;
import org.deltaworks.ui.navigation.Place;

/** The lower edge: engine, memory, and the run that goes on, which a click leads to. */
final class StatusStrip extends HBox {
  private static final int CURVE_POINTS = 120;

  private final ShellViewModel model;
  private final Button run = new Button();
  private final Label runWords = Words.caption("");
  private final Label engine = Words.caption("");
  private final Label memory = Words.caption("");
  private final ProgressBar memoryBar = new ProgressBar(0);
  private Sparkline curve = new Sparkline(72, 16, SeriesStyle.BLUE);
  private long shown = -1;

  StatusStrip(ShellViewModel model) {
    super(Layout.BETWEEN);
    this.model = model;
    getStyleClass().add("dw-status");
    setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    run.getStyleClass().setAll("dw-status-run");
    run.setId("status-run");
    run.setOnAction(
        event -> model.runningProperty().get().ifPresent(r -> model.go(new Place.RunPage(r.id()))));
    memoryBar.getStyleClass().add("dw-status-memory");
    engine.setMinWidth(0);
    HBox memoryBox = Layout.row(memory, memoryBar);
    memoryBox.visibleProperty().bind(memoryBar.progressProperty().greaterThan(0));
    getChildren().addAll(run, Layout.spacer(), engine, memoryBox);
    model.runningProperty().addListener((property, old, now) -> show(now));
    model.live().revisionProperty().addListener((property, old, now) -> draw());
    model.machineProperty().addListener((property, old, now) -> now.ifPresent(this::show));
    model.machineProperty().get().ifPresent(this::show);
    show(model.runningProperty().get());
  }

  private void show(Optional<Run> now) {
    run.setDisable(now.isEmpty());
    if (now.isEmpty()) {
      shown = -1;
      runWords.setText("Nothing is training");
      run.setGraphic(runWords);
      run.setAccessibleText("Nothing is training");
      return;
    }
    if (now.get().id() != shown) {
      shown = now.get().id();
      curve = new Sparkline(72, 16, SeriesStyle.of(shown));
      run.setGraphic(Layout.row(new RunDot(shown), runWords, curve));
    }
    String words = now.get().name() + " · " + RunWords.progress(now.get(), model.live().timeLeft());
    runWords.setText(words);
    run.setAccessibleText("Go to " + words);
  }

  private void draw() {
    Curve steps = model.live().series().steps();
    int stride = Math.max(1, steps.size() / CURVE_POINTS);
    List<Double> values =
        IntStream.iterate(0, i -> i < steps.size(), i -> i + stride).mapToObj(steps::y).toList();
    curve.setValues(values);
    show(model.runningProperty().get());
  }

  private void show(MachineStatus status) {
    engine.setText(status.engine());
    double share = status.totalBytes() == 0 ? 0 : status.usedBytes() / (double) status.totalBytes();
    memory.setText(
        "Memory %s of %s"
            .formatted(Figures.bytes(status.usedBytes()), Figures.bytes(status.totalBytes())));
    memoryBar.setProgress(share);
  }
}
