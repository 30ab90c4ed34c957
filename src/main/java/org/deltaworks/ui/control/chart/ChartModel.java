package org.deltaworks.ui.control.chart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a chart shows and how one looks at it. FX thread only. */
final class ChartModel {
  final List<ChartSeries> series = new ArrayList<>();
  final List<ChartFlag> flags = new ArrayList<>();
  String valueName = "loss";
  double smoothing = 0.5;
  boolean log;

  /** Last step that is planned, 0 if unknown: leaves some room to the right of a live curve. */
  double expectedEnd;

  private @Nullable Range zoomX;
  private @Nullable Range zoomY;

  /** The part of the x-axis shown. */
  Range xRange() {
    if (zoomX != null) {
      return zoomX;
    }
    double last = 0;
    for (ChartSeries one : drawn()) {
      last = Math.max(last, end(one.steps()));
      last = Math.max(last, end(one.evaluations()));
    }
    if (expectedEnd > last) {
      last = Math.min(expectedEnd, Math.max(last * 1.25, 20));
    }
    return new Range(0, Math.max(last, 1));
  }

  /** The part of the y-axis shown: what the visible steps need, with a little air. */
  Range yRange() {
    if (zoomY != null && (!log || zoomY.min() > 0)) {
      return zoomY;
    }
    Range x = xRange();
    Span seen = new Span();
    for (ChartSeries one : drawn()) {
      for (Curve curve : List.of(one.steps(), one.evaluations())) {
        curve.gather(seen, Math.max(0, curve.at(x.min())), curve.at(x.max()) + 1);
      }
    }
    double low = log ? seen.lowAboveZero() : seen.low();
    if (low > seen.high()) {
      return log ? new Range(0.1, 10) : new Range(0, 1);
    }
    return padded(Range.around(low, seen.high()));
  }

  void zoom(@Nullable Range x, @Nullable Range y) {
    zoomX = x;
    zoomY = y;
  }

  @Nullable Range zoomedX() {
    return zoomX;
  }

  @Nullable Range zoomedY() {
    return zoomY;
  }

  boolean zoomed() {
    return zoomX != null || zoomY != null;
  }

  List<ChartSeries> drawn() {
    return series.stream().filter(ChartSeries::visible).toList();
  }

  private Range padded(Range range) {
    if (log) {
      double low = Math.max(range.min(), range.max() * 1e-9);
      return new Range(low / 1.1, range.max() * 1.1);
    }
    double air = range.width() * 0.06;
    double low = range.min() - air;
    // A loss near 0 is seen best against 0.
    return new Range(range.min() >= 0 && low < range.width() * 0.15 ? 0 : low, range.max() + air);
  }

  private static double end(Curve curve) {
    return curve.size() == 0 ? 0 : curve.x(curve.size() - 1);
  }
}
