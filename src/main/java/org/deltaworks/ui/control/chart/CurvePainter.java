package org.deltaworks.ui.control.chart;

import java.util.List;
import javafx.scene.paint.Color;

/**
 * Draws curves. Few points become a smooth line; many become one upright bar per pixel column, from
 * the lowest to the highest value in it, joined with the column before: as exact as the screen can
 * be, at a cost that does not grow with a line's length in pixels.
 */
final class CurvePainter {
  private final Pen pen;
  private final Axis x;
  private final Axis y;

  CurvePainter(Pen pen, Axis x, Axis y) {
    this.pen = pen;
    this.x = x;
    this.y = y;
  }

  void line(Curve curve, Color colour, double width, List<Double> dashes) {
    int first = Math.max(0, curve.at(x.range().min()));
    int last = Math.min(curve.size() - 1, curve.at(x.range().max()) + 1);
    if (last < first) {
      return;
    }
    if (last - first < 2 * (x.to() - x.from())) {
      polyline(curve, first, last, colour, width, dashes);
    } else {
      columns(curve, first, last, colour, width);
    }
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

  private void columns(Curve curve, int first, int last, Color colour, double width) {
    double half = width / 2;
    int column = Integer.MIN_VALUE;
    double low = 0;
    double high = 0;
    double end = Double.NaN;
    for (int i = first; i <= last; i++) {
      if (!Double.isFinite(curve.y(i))) {
        continue;
      }
      int here = (int) Math.floor(x.pixel(curve.x(i)));
      double py = y.pixel(curve.y(i));
      if (here != column) {
        if (column != Integer.MIN_VALUE) {
          pen.box(column - half + 0.5, low - half, Math.max(1, width), high - low + width, colour);
        }
        column = here;
        low = Double.isNaN(end) ? py : Math.min(py, end);
        high = Double.isNaN(end) ? py : Math.max(py, end);
      } else {
        low = Math.min(low, py);
        high = Math.max(high, py);
      }
      end = py;
    }
    if (column != Integer.MIN_VALUE) {
      pen.box(column - half + 0.5, low - half, Math.max(1, width), high - low + width, colour);
    }
  }
}
