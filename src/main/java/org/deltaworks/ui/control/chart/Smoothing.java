package org.deltaworks.ui.control.chart;

/**
 * A moving average that looks both ways: the mean of two exponential averages, one from the left
 * and one from the right, each corrected for its start as Adam's moments are (arXiv 1412.6980):
 * {@code m = f m + (1-f) y}, shown as {@code m / (1 - f^n)}. Looking one way only would draw a
 * falling curve too high and too late. Values that are not finite are passed over.
 */
final class Smoothing {
  private final Curve raw;
  private Curve smooth = new Curve();
  private double factor;
  private int read;

  Smoothing(Curve raw) {
    this.raw = raw;
  }

  /** The smoothed curve for this factor, 0 (not at all) to below 1. */
  Curve with(double wanted) {
    if (wanted != factor || read != raw.size()) {
      factor = wanted;
      read = raw.size();
      smooth = both();
    }
    return smooth;
  }

  private Curve both() {
    double[] left = new double[read];
    Average average = new Average(factor);
    for (int i = 0; i < read; i++) {
      left[i] = average.after(raw.y(i));
    }
    double[] right = new double[read];
    average = new Average(factor);
    for (int i = read - 1; i >= 0; i--) {
      right[i] = average.after(raw.y(i));
    }
    Curve curve = new Curve();
    for (int i = 0; i < read; i++) {
      if (Double.isFinite(raw.y(i))) {
        curve.append(raw.x(i), (left[i] + right[i]) / 2);
      }
    }
    return curve;
  }

  /** One direction. */
  private static final class Average {
    private final double factor;
    private double moment;
    private double weight;

    Average(double factor) {
      this.factor = factor;
    }

    double after(double y) {
      if (Double.isFinite(y)) {
        moment = factor * moment + (1 - factor) * y;
        weight = factor * weight + (1 - factor);
      }
      return moment / weight;
    }
  }
}
