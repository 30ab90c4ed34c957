package org.deltaworks.ui.control.chart;

/**
 * An exponential moving average of a curve, corrected for its start as Adam's moments are (arXiv
 * 1412.6980): {@code m = f m + (1-f) y}, shown as {@code m / (1 - f^n)}. Follows the curve as it
 * grows; values that are not finite are passed over.
 */
final class Smoothing {
  private final Curve raw;
  private Curve smooth = new Curve();
  private double factor;
  private double moment;
  private double weight;
  private int read;

  Smoothing(Curve raw) {
    this.raw = raw;
  }

  /** The smoothed curve for this factor, 0 (not at all) to below 1. */
  Curve with(double wanted) {
    if (wanted != factor) {
      factor = wanted;
      smooth = new Curve();
      moment = 0;
      weight = 0;
      read = 0;
    }
    for (; read < raw.size(); read++) {
      double y = raw.y(read);
      if (Double.isFinite(y)) {
        moment = factor * moment + (1 - factor) * y;
        weight = factor * weight + (1 - factor);
        smooth.append(raw.x(read), moment / weight);
      }
    }
    return smooth;
  }
}
