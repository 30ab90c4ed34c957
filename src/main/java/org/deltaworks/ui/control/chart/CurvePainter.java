package org.deltaworks.ui.control.chart;

import java.util.List;
import javafx.scene.paint.Color;

/**
 * Draws curves. Few points become a smooth line; many become one upright bar per pixel column, from
 * the lowest to the highest place that the line has in it: as exact as the screen can be, at a cost
 * that grows neither with the points nor with a line's length in pixels.
 */
final class CurvePainter {
  /** Pixels beside the axis that may still be seen. */
  private static final double MARGIN = 8;

  private final Pen pen;
  private final Axis x;
  private final Axis y;
  private final boolean fine;

  /** Draws with a smooth pen if {@code fine}, else in columns. */
  CurvePainter(Pen pen, Axis x, Axis y, boolean fine) {
    this.pen = pen;
    this.x = x;
    this.y = y;
    this.fine = fine;
  }

  void line(Curve curve, Color colour, double width, List<Double> dashes) {
    int first = Math.max(0, curve.at(x.range().min()));
    int last = Math.min(curve.size() - 1, curve.at(x.range().max()) + 1);
    if (last < first) {
      return;
    }
    if (fine) {
      polyline(curve, first, last, colour, width, dashes);
    } else {
      columns(curve, first, last, colour, width, dashes);
    }
  }

  /** How many points of a curve lie in the range, the ones beside it included. */
  static int visible(Curve curve, Range range) {
    return Math.min(curve.size(), curve.at(range.max()) + 2) - Math.max(0, curve.at(range.min()));
  }

  void points(Curve curve, Color colour, Color page) {
    int first = Math.max(0, curve.at(x.range().min()));
    for (int i = first; i < curve.size() && curve.x(i) <= x.range().max(); i++) {
      if (Double.isFinite(curve.y(i))) {
        pen.disc(x.pixel(curve.x(i)), y.pixel(curve.y(i)), 4, page, colour);
      }
    }
  }

  private void polyline(
      Curve curve, int first, int last, Color colour, double width, List<Double> dashes) {
    double[] xs = new double[last - first + 1];
    double[] ys = new double[last - first + 1];
    int count = 0;
    for (int i = first; i <= last; i++) {
      if (!Double.isFinite(curve.y(i))) {
        // A hole stays a hole: what is not a number has no place on the line.
        pen.line(xs, ys, count, colour, width, dashes);
        count = 0;
        continue;
      }
      xs[count] = x.pixel(curve.x(i));
      ys[count] = y.pixel(curve.y(i));
      count++;
    }
    if (count == 1) {
      pen.disc(xs[0], ys[0], width, colour, colour);
    } else {
      pen.line(xs, ys, count, colour, width, dashes);
    }
  }

  private void columns(
      Curve curve, int first, int last, Color colour, double width, List<Double> dashes) {
    ColumnLine line = new ColumnLine(pen, colour, width, dashes);
    Span span = new Span();
    boolean joined = false;
    double fromX = 0;
    double fromY = 0;
    for (int i = first; i <= last; ) {
      int column = column(curve, i);
      int next = curve.firstFrom(x.value(column + 1), i, last + 1);
      span.clear();
      curve.gather(span, i, next);
      if (span.empty()) {
        line.finish();
      } else {
        if (joined) {
          stretch(line, fromX, fromY, x.pixel(curve.x(i)), y.pixel(span.begin()));
        }
        line.cover(column, y.pixel(span.low()), y.pixel(span.high()));
        fromX = x.pixel(curve.x(next - 1));
        fromY = y.pixel(span.end());
      }
      joined = !span.empty();
      i = next;
    }
    line.finish();
  }

  /** The straight piece between two points, in all columns that it crosses. */
  private void stretch(ColumnLine line, double fromX, double fromY, double toX, double toY) {
    if (toX <= fromX) {
      return;
    }
    double slope = (toY - fromY) / (toX - fromX);
    int begin = (int) Math.floor(Math.max(fromX, x.from() - MARGIN));
    int end = (int) Math.floor(Math.min(toX, x.to() + MARGIN));
    for (int column = begin; column <= end; column++) {
      double left = Math.max(fromX, column);
      double right = Math.min(toX, column + 1);
      line.cover(column, fromY + slope * (left - fromX), fromY + slope * (right - fromX));
    }
  }

  private int column(Curve curve, int i) {
    return (int) Math.floor(x.pixel(curve.x(i)));
  }
}
