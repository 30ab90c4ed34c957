package org.deltaworks.ui.control.chart;

import org.deltaworks.ui.fx.SeriesStyle;

/**
 * One run in a chart: its steps as a line, its evaluations as marked points, in the style that the
 * run has everywhere.
 */
public final class ChartSeries {
  private final String name;
  private final SeriesStyle style;
  private final Curve steps = new Curve();
  private final Curve evaluations = new Curve();
  private final Smoothing smoothing = new Smoothing(steps);
  private boolean visible = true;

  /** A series without points yet. */
  public ChartSeries(String name, SeriesStyle style) {
    this.name = name;
    this.style = style;
  }

  /** What it is called in the legend. */
  public String name() {
    return name;
  }

  /** Colour and dashes. */
  public SeriesStyle style() {
    return style;
  }

  /** One value per step. */
  public Curve steps() {
    return steps;
  }

  /** Values on held-out rows. */
  public Curve evaluations() {
    return evaluations;
  }

  /** Whether it is drawn; the legend switches it. */
  public boolean visible() {
    return visible;
  }

  void setVisible(boolean drawn) {
    visible = drawn;
  }

  /**
   * The smoothed line.
   *
   * @param strength 0 for none to 1: the window that is averaged over grows with the square of it,
   *     up to about a twentieth of the curve, so that a long curve looks as calm as a short one
   */
  Curve smoothed(double strength) {
    if (strength <= 0) {
      return steps;
    }
    // Rounded up to a power of two: the line would otherwise creep with every step.
    int length = Math.max(16, Integer.highestOneBit(Math.max(1, steps.size() - 1)) * 2);
    double window = 1 + strength * strength * length * 0.06;
    return smoothing.with(1 - 1 / window);
  }
}
