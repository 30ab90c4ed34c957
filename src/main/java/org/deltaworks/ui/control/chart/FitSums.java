package org.deltaworks.ui.control.chart;

/**
 * Weighted sums over the points on one side of a place, distances counted away from it: all that a
 * straight line through both sides needs. One step away every weight is multiplied by the factor of
 * the smoothing, so the sums of a whole block move as cheaply as those of one point.
 */
final class FitSums {
  /** Numbers that {@link #store} writes. */
  static final int LENGTH = 5;

  /** Of weights; of weight times distance; of weight times distance squared. */
  private double w;

  private double d;
  private double dd;

  /** Of weight times value; of weight times distance times value. */
  private double y;

  private double dy;

  void clear() {
    w = 0;
    d = 0;
    dd = 0;
    y = 0;
    dy = 0;
  }

  /** A value at distance 0; one that is not finite is passed over. */
  void add(double value) {
    if (Double.isFinite(value)) {
      w += 1;
      y += value;
    }
  }

  /** The points of another side, seen from the same place. */
  void add(double[] stored, int block) {
    int at = block * LENGTH;
    w += stored[at];
    d += stored[at + 1];
    dd += stored[at + 2];
    y += stored[at + 3];
    dy += stored[at + 4];
  }

  /**
   * The same points seen from {@code steps} further away; {@code f} is the factor to that power.
   */
  void further(int steps, double f) {
    dd = f * (dd + 2 * steps * d + (double) steps * steps * w);
    d = f * (d + steps * w);
    dy = f * (dy + steps * y);
    w *= f;
    y *= f;
  }

  void store(double[] into, int block) {
    int at = block * LENGTH;
    into[at] = w;
    into[at + 1] = d;
    into[at + 2] = dd;
    into[at + 3] = y;
    into[at + 4] = dy;
  }

  void copy(FitSums other) {
    w = other.w;
    d = other.d;
    dd = other.dd;
    y = other.y;
    dy = other.dy;
  }

  void load(double[] stored, int block) {
    clear();
    add(stored, block);
  }

  /** The height of the fitted line here; distances of the other side are negative. */
  double joined(FitSums other) {
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
