package org.deltaworks.ui.control.chart;

/**
 * A smooth line through noisy points: at each point the straight line that fits its neighbours
 * best, nearer ones counting more, {@code f^distance} (local linear regression; Fan and Gijbels,
 * 1996). An ordinary moving average would draw a falling curve too high and too late, and bend it
 * at its ends. Both directions are running sums, so the cost is one pass each way. Values that are
 * not finite are passed over.
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
      smooth = fitted();
    }
    return smooth;
  }

  private Curve fitted() {
    Sums[] left = new Sums[read];
    Sums sums = Sums.NONE;
    for (int i = 0; i < read; i++) {
      left[i] = sums;
      sums = sums.with(raw.y(i)).oneFurther(factor);
    }
    double[] values = new double[read];
    sums = Sums.NONE;
    for (int i = read - 1; i >= 0; i--) {
      values[i] = sums.with(raw.y(i)).joined(left[i]);
      sums = sums.with(raw.y(i)).oneFurther(factor);
    }
    Curve curve = new Curve();
    for (int i = 0; i < read; i++) {
      if (Double.isFinite(raw.y(i))) {
        curve.append(raw.x(i), values[i]);
      }
    }
    return curve;
  }

  /**
   * Weighted sums over the points on one side, distances counted away from the middle.
   *
   * @param w of weights
   * @param d of weight times distance
   * @param dd of weight times distance squared
   * @param y of weight times value
   * @param dy of weight times distance times value
   */
  private record Sums(double w, double d, double dd, double y, double dy) {
    static final Sums NONE = new Sums(0, 0, 0, 0, 0);

    /** The same with a value at distance 0. */
    Sums with(double value) {
      return Double.isFinite(value) ? new Sums(w + 1, d, dd, y + value, dy) : this;
    }

    /** The same seen from one point further away. */
    Sums oneFurther(double f) {
      return new Sums(f * w, f * (d + w), f * (dd + 2 * d + w), f * y, f * (dy + y));
    }

    /** The height of the fitted line in the middle; distances of the other side are negative. */
    double joined(Sums other) {
      double weights = w + other.w;
      double first = d - other.d;
      double second = dd + other.dd;
      double values = y + other.y;
      double products = dy - other.dy;
      double determinant = weights * second - first * first;
      return determinant > 1e-9 * weights * weights
          ? (second * values - first * products) / determinant
          : values / weights;
    }
  }
}
