package org.deltaworks.ui.control;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.fx.SeriesStyle;

/** A curve as small as a word: its shape only. At most one point per pixel is drawn. */
public final class Sparkline extends Region {
  private final Polyline line = new Polyline();
  private List<Double> values = List.of();

  /** An empty curve of this size in a run's colour. */
  public Sparkline(double width, double height, SeriesStyle style) {
    getStyleClass().addAll("dw-sparkline", style.styleClass());
    line.getStyleClass().add("dw-sparkline-line");
    line.setStrokeLineJoin(StrokeLineJoin.ROUND);
    line.setStrokeLineCap(StrokeLineCap.ROUND);
    line.setManaged(false);
    setMinSize(width, height);
    setPrefSize(width, height);
    setMaxSize(width, height);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getChildren().add(line);
  }

  /** Shows these values from left to right. */
  public void setValues(List<Double> newer) {
    values = newer.stream().filter(Double::isFinite).toList();
    setAccessibleText(
        values.isEmpty()
            ? "No curve yet"
            : "from " + Figures.loss(values.getFirst()) + " to " + Figures.loss(values.getLast()));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    line.getPoints().clear();
    if (values.size() < 2) {
      return;
    }
    double low = values.stream().mapToDouble(v -> v).min().orElse(0);
    double high = values.stream().mapToDouble(v -> v).max().orElse(1);
    int count = (int) Math.min(values.size(), getWidth());
    for (int i = 0; i < count; i++) {
      double mean = mean((long) i * values.size() / count, (i + 1L) * values.size() / count);
      double share = high > low ? (mean - low) / (high - low) : 0.5;
      line.getPoints()
          .addAll(1 + (getWidth() - 2) * i / (count - 1.0), 1.5 + (getHeight() - 3) * (1 - share));
    }
  }

  private double mean(long from, long to) {
    double sum = 0;
    for (long i = from; i < to; i++) {
      sum += values.get((int) i);
    }
    return sum / (to - from);
  }
}
