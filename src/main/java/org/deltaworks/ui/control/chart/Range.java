package org.deltaworks.ui.control.chart;

/** From where to where an axis goes. */
record Range(double min, double max) {
  Range {
    if (!(max > min)) {
      throw new IllegalArgumentException("a range from " + min + " to " + max);
    }
  }

  /** The range that holds both values, widened when they are one. */
  static Range around(double low, double high) {
    if (high > low) {
      return new Range(low, high);
    }
    double half = low == 0 ? 0.5 : Math.abs(low) * 0.1;
    return new Range(low - half, high + half);
  }

  double width() {
    return max - min;
  }
}
