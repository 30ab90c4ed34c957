package org.deltaworks.ui.control.chart;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;

/**
 * The curve of one run or of several: raw points faint, the smoothed line strong, evaluations as
 * marked points. Feed its series and call {@link #changed()}; it draws once per pulse however often
 * that is.
 */
public final class LossChart extends VBox {
  private final ChartModel model = new ChartModel();
  private final Plot plot = new Plot(model);
  private final FlowPane legend = new FlowPane(Layout.INSIDE, Layout.TIGHT);
  private final Slider smoothing = new Slider(0, 1, model.smoothing);
  private final CheckBox log = new CheckBox("Log axis");

  /** An empty chart of values with this name, such as {@code loss}. */
  public LossChart(String valueName) {
    super(Layout.INSIDE);
    model.valueName = valueName;
    getStyleClass().add("dw-chart");
    smoothing.setPrefWidth(120);
    smoothing.setAccessibleText("Smoothing");
    smoothing
        .valueProperty()
        .addListener(
            (property, old, now) -> {
              model.smoothing = now.doubleValue() < 0.02 ? 0 : now.doubleValue();
              plot.redraw();
            });
    log.selectedProperty()
        .addListener(
            (property, old, now) -> {
              model.log = now;
              plot.redraw();
            });
    HBox controls =
        Layout.row(
            Layout.BETWEEN,
            Layout.growWide(legend),
            fixed(Layout.row(fixed(Words.caption("Smoothing")), smoothing)),
            fixed(log));
    legend.setAlignment(Pos.CENTER_LEFT);
    smoothing.setMinWidth(100);
    controls.getStyleClass().add("dw-chart-bar");
    getChildren().addAll(controls, Layout.grow(plot));
    Layout.grow(this);
  }

  /** Shows these series instead of the ones before; a zoom is kept. */
  public void setSeries(List<ChartSeries> series) {
    model.series.clear();
    model.series.addAll(series);
    legend
        .getChildren()
        .setAll(
            series.stream()
                .map(one -> new LegendEntry(one, series.size() == 1, this::changed))
                .toList());
    changed();
  }

  /** Shows these flags on the x-axis. */
  public void setFlags(List<ChartFlag> flags) {
    model.flags.clear();
    model.flags.addAll(flags);
    changed();
  }

  /** How many steps are planned, 0 if unknown; leaves room for them as they come near. */
  public void setExpectedEnd(double step) {
    model.expectedEnd = step;
    changed();
  }

  /** The series have new points. */
  public void changed() {
    plot.redraw();
  }

  /** What the chart shows, in a sentence. */
  public String sentence() {
    return ChartSentence.of(model);
  }

  /** How calm the smoothed line is, 0 (not at all) to 1. */
  public void setSmoothing(double strength) {
    smoothing.setValue(strength);
  }

  /** Menu entries that hand the chart as a file's contents to whoever writes files. */
  public List<MenuItem> exportItems(ChartTarget target) {
    return List.of(
        item("Save as picture (PNG)", () -> target.write("png", png())),
        item("Save as drawing (SVG)", () -> target.write("svg", bytes(svg()))),
        item("Save numbers (CSV)", () -> target.write("csv", bytes(ChartFiles.csv(model)))));
  }

  /** The area of the curves, for what points at it. */
  Region plot() {
    return plot;
  }

  ChartModel model() {
    return model;
  }

  private static <R extends Region> R fixed(R region) {
    region.setMinWidth(Region.USE_PREF_SIZE);
    return region;
  }

  private byte[] png() {
    return ChartFiles.png(plot.snapshot(new SnapshotParameters(), null));
  }

  private String svg() {
    return ChartFiles.svg(model, plot.colours(), plot.getWidth(), plot.getHeight());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static MenuItem item(String label, Runnable act) {
    MenuItem item = new MenuItem(label);
    item.setOnAction(event -> act.run());
    return item;
  }
}
