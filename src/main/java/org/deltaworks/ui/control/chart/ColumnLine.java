package org.deltaworks.ui.control.chart;

import java.util.List;
import javafx.scene.paint.Color;

/**
 * A line as one upright box per pixel column, from the lowest to the highest place it has there. It
 * is given what it does column by column, from left to right.
 */
final class ColumnLine {
  private final Pen pen;
  private final Color colour;
  private final double width;
  private final List<Double> dashes;
  private boolean open;
  private int column;
  private double top;
  private double bottom;
  private double walked;

  ColumnLine(Pen pen, Color colour, double width, List<Double> dashes) {
    this.pen = pen;
    this.colour = colour;
    this.width = width;
    this.dashes = dashes;
  }

  /** In this column it goes from one height to the other, in pixels. */
  void cover(int at, double from, double to) {
    if (!open || at != column) {
      finish();
      open = true;
      column = at;
      top = Double.POSITIVE_INFINITY;
      bottom = Double.NEGATIVE_INFINITY;
    }
    top = Math.min(top, Math.min(from, to));
    bottom = Math.max(bottom, Math.max(from, to));
  }

  /** Draws what is not drawn yet; what comes next is not joined to it. */
  void finish() {
    if (open && drawing()) {
      double left = column - width / 2 + 0.5;
      pen.box(left, top - width / 2, Math.max(1, width), bottom - top + width, colour);
    }
    open = false;
  }

  /** Whether this column is in a stroke and not in a gap; dashes are measured along the line. */
  private boolean drawing() {
    if (dashes.isEmpty()) {
      return true;
    }
    double left = walked;
    double height = bottom - top;
    walked += Math.sqrt(1 + height * height);
    double period = dashes.stream().mapToDouble(Double::doubleValue).sum();
    walked %= period;
    for (int i = 0; i < dashes.size(); i++) {
      left -= dashes.get(i);
      if (left < 0) {
        return i % 2 == 0;
      }
    }
    return true;
  }
}
