package org.deltaworks.ui.control.chart;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Looking closer: hover for values, drag to zoom, double click to reset, wheel to scale (over the
 * y-axis the y-axis); arrows, plus, minus and 0 do the same from the keyboard.
 */
final class PlotMouse {
  private static final double LEAST_DRAG = 6;

  /** A drag at least this high zooms the values too, a flatter one the steps only. */
  private static final double HIGH_DRAG = 40;

  private final Plot plot;
  private final ChartModel model;
  private OptionalDouble step = OptionalDouble.empty();
  private Optional<Rectangle2D> frame = Optional.empty();
  private double pressedX;
  private double pressedY;

  PlotMouse(Plot plot, ChartModel model) {
    this.plot = plot;
    this.model = model;
    plot.setOnMouseMoved(this::moved);
    plot.setOnMouseExited(event -> point(OptionalDouble.empty()));
    plot.setOnMousePressed(this::pressed);
    plot.setOnMouseDragged(this::dragged);
    plot.setOnMouseReleased(event -> released());
    plot.setOnMouseClicked(this::clicked);
    plot.setOnScroll(this::scrolled);
    plot.setOnKeyPressed(this::key);
  }

  /** The step one points at. */
  OptionalDouble step() {
    return step;
  }

  /** The part one is drawing a frame around. */
  Optional<Rectangle2D> frame() {
    return frame;
  }

  private void moved(MouseEvent event) {
    Axis x = plot.painter().x();
    if (event.getX() < x.from() || event.getX() > x.to()) {
      point(OptionalDouble.empty());
    } else {
      point(nearestStep(x.value(event.getX())));
    }
  }

  private void point(OptionalDouble at) {
    if (!at.equals(step)) {
      step = at;
      plot.redrawOverlay();
    }
  }

  private OptionalDouble nearestStep(double value) {
    double best = Double.NaN;
    for (ChartSeries one : model.drawn()) {
      for (Curve curve : java.util.List.of(one.steps(), one.evaluations())) {
        int i = curve.nearest(value);
        if (i >= 0
            && (Double.isNaN(best) || Math.abs(curve.x(i) - value) < Math.abs(best - value))) {
          best = curve.x(i);
        }
      }
    }
    return Double.isNaN(best) ? OptionalDouble.empty() : OptionalDouble.of(best);
  }

  private void pressed(MouseEvent event) {
    plot.requestFocus();
    pressedX = event.getX();
    pressedY = event.getY();
  }

  private void dragged(MouseEvent event) {
    ChartPainter painter = plot.painter();
    Axis x = painter.x();
    Axis y = painter.y();
    double left = Math.clamp(Math.min(pressedX, event.getX()), x.from(), x.to());
    double right = Math.clamp(Math.max(pressedX, event.getX()), x.from(), x.to());
    boolean high = Math.abs(event.getY() - pressedY) >= HIGH_DRAG;
    double top = high ? Math.clamp(Math.min(pressedY, event.getY()), y.to(), y.from()) : y.to();
    double bottom =
        high ? Math.clamp(Math.max(pressedY, event.getY()), y.to(), y.from()) : y.from();
    frame = Optional.of(new Rectangle2D(left, top, right - left, bottom - top));
    step = OptionalDouble.empty();
    plot.redrawOverlay();
  }

  private void released() {
    frame.ifPresent(
        f -> {
          if (f.getWidth() >= LEAST_DRAG) {
            ChartPainter painter = plot.painter();
            Axis x = painter.x();
            Axis y = painter.y();
            boolean wholeHeight = f.getHeight() >= y.from() - y.to() - 1;
            model.zoom(
                Range.around(x.value(f.getMinX()), x.value(f.getMaxX())),
                wholeHeight
                    ? model.zoomedY()
                    : Range.around(y.value(f.getMaxY()), y.value(f.getMinY())));
          }
        });
    frame = Optional.empty();
    plot.redraw();
  }

  private void clicked(MouseEvent event) {
    if (event.getClickCount() == 2) {
      reset();
    }
  }

  private void reset() {
    model.zoom(null, null);
    plot.redraw();
  }

  private void scrolled(ScrollEvent event) {
    double factor = event.getDeltaY() > 0 ? 0.8 : 1.25;
    ChartPainter painter = plot.painter();
    if (event.getX() < ChartPainter.LEFT) {
      Axis y = painter.y();
      model.zoom(model.zoomedX(), y.zoomed(y.value(event.getY()), factor));
    } else {
      zoomSteps(painter.x(), painter.x().value(event.getX()), factor);
    }
    plot.redraw();
    event.consume();
  }

  private void zoomSteps(Axis x, double around, double factor) {
    Range wanted = x.zoomed(around, factor);
    model.zoom(Range.around(Math.max(0, wanted.min()), wanted.max()), model.zoomedY());
  }

  private void key(KeyEvent event) {
    Axis x = plot.painter().x();
    double middle = (x.range().min() + x.range().max()) / 2;
    switch (event.getCode()) {
      case LEFT -> point(nearestStep(step.orElse(middle) - stride(x)));
      case RIGHT -> point(nearestStep(step.orElse(middle) + stride(x)));
      case PLUS, ADD, EQUALS -> zoomSteps(x, step.orElse(middle), 0.8);
      case MINUS, SUBTRACT -> zoomSteps(x, step.orElse(middle), 1.25);
      case DIGIT0, NUMPAD0, ESCAPE -> {
        if (!model.zoomed()) {
          return;
        }
        reset();
      }
      default -> {
        return;
      }
    }
    plot.redraw();
    event.consume();
  }

  /** How far an arrow key goes: one step, or one pixel where steps lie closer. */
  private static double stride(Axis x) {
    return Math.max(1, x.range().width() / (x.to() - x.from()));
  }
}
