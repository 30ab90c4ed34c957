package org.deltaworks.ui.control.chart;

/** What some neighbouring points of a curve hold: gathers points and whole blocks of them. */
final class Span {
  private double low;
  private double high;
  private double lowAboveZero;
  private double begin;
  private double end;

  Span() {
    clear();
  }

  /** Holds nothing again. */
  void clear() {
    low = Double.POSITIVE_INFINITY;
    high = Double.NEGATIVE_INFINITY;
    lowAboveZero = Double.POSITIVE_INFINITY;
    begin = Double.NaN;
    end = Double.NaN;
  }

  /** Takes a value in; one that is not finite is passed over. */
  void add(double value) {
    if (Double.isFinite(value)) {
      add(value, value, value > 0 ? value : Double.POSITIVE_INFINITY, value, value);
    }
  }

  /** Takes a block in that lies to the right of everything so far. */
  void add(
      double blockLow,
      double blockHigh,
      double blockLowAboveZero,
      double blockBegin,
      double blockEnd) {
    low = Math.min(low, blockLow);
    high = Math.max(high, blockHigh);
    lowAboveZero = Math.min(lowAboveZero, blockLowAboveZero);
    begin = Double.isNaN(begin) ? blockBegin : begin;
    end = Double.isNaN(blockEnd) ? end : blockEnd;
  }

  /** Whether there is no finite value. */
  boolean empty() {
    return low > high;
  }

  /** The lowest value; infinite if empty. */
  double low() {
    return low;
  }

  /** The highest value; negatively infinite if empty. */
  double high() {
    return high;
  }

  /** The lowest value above 0, which is what a logarithmic axis can show; infinite if none. */
  double lowAboveZero() {
    return lowAboveZero;
  }

  /** The first value; NaN if empty. */
  double begin() {
    return begin;
  }

  /** The last value; NaN if empty. */
  double end() {
    return end;
  }
}
