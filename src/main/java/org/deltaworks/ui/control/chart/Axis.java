package org.deltaworks.ui.control.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Maps values to pixels and back, straight or logarithmic, and knows its round ticks.
 *
 * @param range values shown
 * @param log whether equal factors are equally far apart; needs a range above 0
 * @param from pixel of {@code range.min()}
 * @param to pixel of {@code range.max()}
 */
record Axis(Range range, boolean log, double from, double to) {

  double pixel(double value) {
    return from + (to - from) * (scale(value) - low()) / (high() - low());
  }

  double value(double pixel) {
    double scaled = low() + (high() - low()) * (pixel - from) / (to - from);
    return log ? Math.pow(10, scaled) : scaled;
  }

  /** This range made wider or narrower around a value that keeps its pixel. */
  Range zoomed(double around, double factor) {
    double centre = scale(around);
    double lowest = centre + (low() - centre) * factor;
    double highest = centre + (high() - centre) * factor;
    return log
        ? new Range(Math.pow(10, lowest), Math.pow(10, highest))
        : new Range(lowest, highest);
  }

  /** About {@code wanted} round values inside the range: 1, 2 or 5 times a power of ten. */
  List<Double> ticks(int wanted) {
    if (log && high() - low() > 0.8) {
      return decades();
    }
    double step = roundStep(range.width() / Math.max(1, wanted));
    List<Double> ticks = new ArrayList<>();
    double first = Math.ceil(range.min() / step - 1e-9);
    for (double k = first; k * step <= range.max() + step * 1e-9; k++) {
      // Adding 0 turns the -0 that a negative range begins with into 0.
      ticks.add(k * step + 0.0);
    }
    return ticks;
  }

  static double roundStep(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    double lead = least / power;
    return power * (lead <= 1.000001 ? 1 : lead <= 2.000001 ? 2 : lead <= 5.000001 ? 5 : 10);
  }

  private List<Double> decades() {
    List<Double> ticks = new ArrayList<>();
    for (int k = (int) Math.floor(low()); k <= high(); k++) {
      for (int lead : new int[] {1, 2, 5}) {
        double tick = lead * Math.pow(10, k);
        if (tick >= range.min() && tick <= range.max()) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  private double low() {
    return scale(range.min());
  }

  private double high() {
    return scale(range.max());
  }

  private double scale(double value) {
    return log ? Math.log10(Math.max(value, 1e-300)) : value;
  }
}
