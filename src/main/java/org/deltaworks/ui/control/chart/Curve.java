package org.deltaworks.ui.control.chart;

import java.util.Arrays;

/**
 * Points in the order of their x, append-only: what a run's history is. Lowest and highest of any
 * part are found without looking at all of its points, so that a long curve is drawn as quickly as
 * a short one.
 */
public final class Curve {
  private double[] xs = new double[256];
  private double[] ys = new double[256];
  private final Extremes extremes = new Extremes();
  private int size;
  private int lowest = -1;
  private int searched;

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
    extremes.appended(ys, size);
  }

  /** Forgets the points from this one on. */
  void cut(int newSize) {
    size = newSize;
    if (searched > newSize) {
      lowest = -1;
      searched = 0;
    }
  }

  /** Takes the values of the points from {@code from} to before {@code to} in. */
  void gather(Span span, int from, int to) {
    extremes.addTo(span, ys, from, to);
  }

  /** Height of the straight line between the points beside {@code x}; outside, the outer point. */
  double between(double x) {
    int left = at(x);
    if (left < 0 || left == size - 1) {
      return size == 0 ? Double.NaN : ys[Math.max(0, left)];
    }
    return ys[left] + (ys[left + 1] - ys[left]) * (x - xs[left]) / (xs[left + 1] - xs[left]);
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

  /**
   * The first point at or right of {@code x} behind point {@code from}, or {@code to} if there is
   * none before that. Steps are mostly even: it is looked for where it would be if they were.
   */
  int firstFrom(double x, int from, int to) {
    double share = (x - xs[from]) / (xs[to - 1] - xs[from]);
    int guess = from + (int) (Math.clamp(share, 0, 1) * (to - 1 - from));
    int left = from;
    int right = to;
    int step = 1;
    if (xs[guess] < x) {
      left = guess;
      for (; left + step < right && xs[left + step] < x; step *= 2) {
        left += step;
      }
      right = Math.min(right, left + step);
    } else {
      right = guess;
      for (; right - step > left && xs[right - step] >= x; step *= 2) {
        right -= step;
      }
      left = Math.max(left, right - step);
    }
    while (right - left > 1) {
      int middle = (left + right) >>> 1;
      if (xs[middle] < x) {
        left = middle;
      } else {
        right = middle;
      }
    }
    return Math.max(right, from + 1);
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

  /** Index of the lowest finite value, or -1; only what came since the last time is looked at. */
  public int lowest() {
    for (; searched < size; searched++) {
      double y = ys[searched];
      if (Double.isFinite(y) && (lowest < 0 || y < ys[lowest])) {
        lowest = searched;
      }
    }
    return lowest;
  }
}
