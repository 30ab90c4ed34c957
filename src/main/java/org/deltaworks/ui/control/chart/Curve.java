package org.deltaworks.ui.control.chart;

import java.util.Arrays;

/** Points in the order of their x, append-only: what a run's history is. */
public final class Curve {
  private double[] xs = new double[256];
  private double[] ys = new double[256];
  private int size;

  /** Adds a point; one that does not lie to the right of the last is left out. */
  public void append(double x, double y) {
    if (size > 0 && x <= xs[size - 1]) {
      return;
    }
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, size * 2);
      ys = Arrays.copyOf(ys, size * 2);
    }
    xs[size] = x;
    ys[size] = y;
    size++;
  }

  /** How many points. */
  public int size() {
    return size;
  }

  /** Where point {@code i} lies. */
  public double x(int i) {
    return xs[i];
  }

  /** Its value; may be NaN. */
  public double y(int i) {
    return ys[i];
  }

  /** Index of the last point at or left of {@code x}, or -1. */
  public int at(double x) {
    int found = Arrays.binarySearch(xs, 0, size, x);
    return found >= 0 ? found : -found - 2;
  }

  /** Index of the point nearest to {@code x}, or -1 in an empty curve. */
  public int nearest(double x) {
    int left = at(x);
    if (left < 0) {
      return size == 0 ? -1 : 0;
    }
    if (left + 1 < size && xs[left + 1] - x < x - xs[left]) {
      return left + 1;
    }
    return left;
  }

  /** Index of the lowest finite value, or -1. */
  public int lowest() {
    int best = -1;
    for (int i = 0; i < size; i++) {
      if (Double.isFinite(ys[i]) && (best < 0 || ys[i] < ys[best])) {
        best = i;
      }
    }
    return best;
  }
}
