package org.deltaworks.catalog;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.deltaworks.domain.training.RunStore;
import org.jspecify.annotations.Nullable;

/**
 * The course of the loss in few points, carried on step by step: every point is the mean of {@code
 * stride} steps; when there are too many, neighbours are joined and the stride doubles. Immutable.
 *
 * @param stride steps of a point
 * @param sum losses of the point that is not full yet
 * @param count steps of it
 * @param points the full ones
 */
record Sparkline(int stride, double sum, int count, List<Double> points) {
  static final Sparkline EMPTY = new Sparkline(1, 0, 0, List.of());

  Sparkline {
    points = List.copyOf(points);
  }

  /** With one more step; a loss that is no number is left out. */
  Sparkline plus(double loss) {
    if (!Double.isFinite(loss)) {
      return this;
    }
    if (count + 1 < stride) {
      return new Sparkline(stride, sum + loss, count + 1, points);
    }
    List<Double> longer = new ArrayList<>(points);
    longer.add((sum + loss) / stride);
    return new Sparkline(stride, 0, 0, longer).shortened();
  }

  private Sparkline shortened() {
    if (points.size() < RunStore.SPARKLINE_POINTS) {
      return this;
    }
    List<Double> halves = new ArrayList<>();
    for (int i = 0; i + 1 < points.size(); i += 2) {
      halves.add((points.get(i) + points.get(i + 1)) / 2);
    }
    return new Sparkline(2 * stride, 0, 0, halves);
  }

  /** What a list draws: the full points, and the one begun. */
  List<Double> drawn() {
    if (count == 0) {
      return points;
    }
    List<Double> all = new ArrayList<>(points);
    all.add(sum / count);
    return List.copyOf(all);
  }

  /** Stride, count, sum as they are, the points in single precision. */
  byte[] bytes() {
    ByteBuffer buffer = ByteBuffer.allocate(16 + 4 * points.size());
    buffer.putInt(stride).putInt(count).putDouble(sum);
    points.forEach(point -> buffer.putFloat(point.floatValue()));
    return buffer.array();
  }

  static Sparkline read(byte @Nullable [] bytes) {
    if (bytes == null) {
      return EMPTY;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int stride = buffer.getInt();
    int count = buffer.getInt();
    double sum = buffer.getDouble();
    List<Double> points = new ArrayList<>();
    while (buffer.hasRemaining()) {
      points.add((double) buffer.getFloat());
    }
    return new Sparkline(stride, sum, count, points);
  }
}
