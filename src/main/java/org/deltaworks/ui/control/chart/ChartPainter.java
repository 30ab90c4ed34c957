package org.deltaworks.ui.control.chart;

import java.util.List;
import java.util.Locale;
import javafx.scene.paint.Color;
import org.deltaworks.ui.fx.Figures;

/** Draws a chart with any pen: grid, axes, curves, evaluations, flags. */
final class ChartPainter {
  /** Room for the labels of the y-axis. */
  static final double LEFT = 52;

  /** Room for the labels of the x-axis. */
  static final double BOTTOM = 34;

  static final double TOP = 22;
  static final double RIGHT = 16;

  /**
   * Points of all lines together that a smooth pen draws; in software it takes some 4 microseconds
   * for each, so more of them would not be drawn within a frame.
   */
  static final int FINE_POINTS = 2_400;

  private final ChartModel model;
  private final ChartColours colours;
  private final double width;
  private final double height;

  ChartPainter(ChartModel model, ChartColours colours, double width, double height) {
    this.model = model;
    this.colours = colours;
    this.width = Math.max(width, LEFT + RIGHT + 10);
    this.height = Math.max(height, TOP + BOTTOM + 10);
  }

  Axis x() {
    return new Axis(model.xRange(), false, LEFT, width - RIGHT);
  }

  Axis y() {
    return new Axis(model.yRange(), model.log, height - BOTTOM, TOP);
  }

  void paint(Pen pen) {
    Axis x = x();
    Axis y = y();
    pen.box(0, 0, width, height, colours.page());
    axes(pen, x, y);
    // A little wider than the axes, so that the marks of the first and the last point are whole.
    pen.clip(LEFT - 6, TOP - 6, width - LEFT - RIGHT + 12, height - TOP - BOTTOM + 6);
    CurvePainter curves = new CurvePainter(pen, x, y, fine(x));
    for (ChartSeries one : model.drawn()) {
      Color colour = one.style().colour(colours.dark());
      if (model.smoothing > 0) {
        curves.line(one.steps(), faint(colour), 1, List.of());
      }
      curves.line(one.smoothed(model.smoothing), colour, 2, dashes(one));
    }
    for (ChartSeries one : model.drawn()) {
      curves.points(one.evaluations(), one.style().colour(colours.dark()), colours.page());
    }
    pen.unclip();
    for (ChartFlag flag : model.flags) {
      if (flag.step() >= x.range().min() && flag.step() <= x.range().max()) {
        pen.flag(x.pixel(flag.step()), height - BOTTOM, colours.muted());
      }
    }
  }

  /** Whether few enough points are to be seen for a smooth pen. */
  private boolean fine(Axis x) {
    long points = 0;
    for (ChartSeries one : model.drawn()) {
      points += CurvePainter.visible(one.steps(), x.range());
      points += CurvePainter.visible(one.smoothed(model.smoothing), x.range());
    }
    return points <= FINE_POINTS;
  }

  private void axes(Pen pen, Axis x, Axis y) {
    double bottom = height - BOTTOM;
    List<Double> rungs = y.ticks((int) Math.max(2, (bottom - TOP) / 55));
    for (double tick : rungs) {
      double at = Math.round(y.pixel(tick));
      pen.box(LEFT, at, width - LEFT - RIGHT, 1, colours.grid());
      pen.text(label(tick, rungs), LEFT - 8, at, 1, colours.muted(), false);
    }
    for (double tick : x.ticks((int) Math.max(2, (width - LEFT - RIGHT) / 110))) {
      if (tick == Math.rint(tick)) {
        double at = x.pixel(tick);
        pen.box(Math.round(at), bottom, 1, 4, colours.muted());
        int anchor = at > width - RIGHT - 20 ? 1 : 0;
        pen.text(
            Figures.exact(Math.round(tick)),
            anchor == 1 ? at + RIGHT - 2 : at,
            bottom + 13,
            anchor,
            colours.muted(),
            false);
      }
    }
    pen.box(LEFT, bottom, width - LEFT - RIGHT, 1, colours.muted());
    pen.text("step", (LEFT + width - RIGHT) / 2, height - 6, 0, colours.muted(), false);
    pen.text(model.valueName, LEFT - 8, 8, 1, colours.muted(), false);
  }

  /** As many decimals as the distance of the ticks asks for. */
  static String label(double tick, List<Double> all) {
    if (tick != 0 && Math.abs(tick) < 1e-3) {
      return Figures.rate(tick);
    }
    double step = Math.abs(tick);
    if (all.size() > 1) {
      step = Double.MAX_VALUE;
      for (int i = 1; i < all.size(); i++) {
        step = Math.min(step, all.get(i) - all.get(i - 1));
      }
    }
    int decimals = step <= 0 ? 1 : (int) Math.clamp(Math.ceil(-Math.log10(step) - 1e-9), 0, 5);
    return String.format(Locale.ROOT, "%." + decimals + "f", tick);
  }

  /** One curve alone needs no dashes to be told from others. */
  private List<Double> dashes(ChartSeries one) {
    return model.series.size() > 1 ? one.style().dashes() : List.of();
  }

  private Color faint(Color colour) {
    return colour.deriveColor(0, 1, 1, colours.dark() ? 0.38 : 0.28);
  }
}
