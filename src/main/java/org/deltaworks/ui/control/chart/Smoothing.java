package org.deltaworks.ui.control.chart;

import java.util.Arrays;

/**
 * A smooth line through noisy points: at each point the straight line that fits its neighbours
 * best, nearer ones counting more, {@code f^distance} (local linear regression; Fan and Gijbels,
 * 1996). An ordinary moving average would draw a falling curve too high and too late, and bend it
 * at its ends. Values that are not finite are passed over.
 *
 * <p>What lies left of a point never changes and is summed once. What lies right of it grows with
 * the curve, but a point that is 40 windows away weighs less than the last digit: only so much is
 * worked out anew when points come. Where the window is long the line is worked out at every so
 * many points only, 32 to 64 of them in a window, for between them it is straight as far as one can
 * see. So a curve of a million points costs no more to go on with than one of some thousand.
 */
final class Smoothing {
  /** Places in a window at which the line is worked out at least. */
  private static final int PLACES = 32;

  /** Points that are summed together at least; fewer would need more room than the points. */
  private static final int LEAST_BLOCK = 16;

  /** Windows after which a weight is below the last digit of a double, times distance squared. */
  private static final int REACH = 40;

  private final Curve raw;
  private final FitSums running = new FitSums();
  private final FitSums right = new FitSums();
  private final FitSums left = new FitSums();
  private final FitSums[] rights = new FitSums[LEAST_BLOCK];
  private Curve smooth = new Curve();
  private double factor = Double.NaN;
  private double factorOfBlock;
  private int stride;
  private int block;
  private int reach;
  private int read;

  /** For each block the sums of all points left of it, seen from its first point. */
  private double[] before = {};

  /** For each block the sums of its own points, seen from its first point. */
  private double[] own = {};

  private double[] values = new double[LEAST_BLOCK];

  Smoothing(Curve raw) {
    this.raw = raw;
    Arrays.setAll(rights, i -> new FitSums());
  }

  /** The smoothed curve for this factor, 0 (not at all) to below 1. */
  Curve with(double wanted) {
    if (wanted != factor) {
      begin(wanted);
    }
    if (read != raw.size()) {
      int known = read;
      sum();
      fit(Math.max(0, known - reach) / block);
    }
    return smooth;
  }

  private void begin(double wanted) {
    factor = wanted;
    double window = 1 / (1 - wanted);
    stride = Integer.highestOneBit(Math.max(1, (int) (window / PLACES)));
    block = Math.max(stride, LEAST_BLOCK);
    factorOfBlock = Math.pow(wanted, block);
    reach = (int) Math.min(Integer.MAX_VALUE, Math.ceil(window * REACH));
    read = 0;
    running.clear();
    smooth = new Curve();
  }

  /** Reads the points that are new. */
  private void sum() {
    int blocks = (raw.size() - 1) / block + 1;
    if (blocks * FitSums.LENGTH > before.length) {
      before = Arrays.copyOf(before, Math.max(blocks * FitSums.LENGTH, before.length * 2));
      own = Arrays.copyOf(own, before.length);
    }
    int firstNew = read / block;
    for (; read < raw.size(); read++) {
      if (read % block == 0) {
        running.store(before, read / block);
      }
      running.add(raw.y(read));
      running.further(1, factor);
    }
    for (int b = firstNew; b < blocks; b++) {
      right.clear();
      for (int i = end(b) - 1; i >= b * block; i--) {
        right.further(1, factor);
        right.add(raw.y(i));
      }
      right.store(own, b);
    }
  }

  /** Works the line out from this block to the end. */
  private void fit(int firstBlock) {
    int lastBlock = (read - 1) / block;
    int first = firstBlock * block;
    int places = (read - 1 - first) / stride + 1;
    if (values.length < places) {
      values = new double[places * 2];
    }
    right.clear();
    for (int b = lastBlock; b >= firstBlock; b--) {
      fitBlock(b, first);
    }
    int kept = smooth.at(raw.x(first));
    smooth.cut(kept >= 0 && smooth.x(kept) == raw.x(first) ? kept : kept + 1);
    for (int place = 0; place < places; place++) {
      append(first + place * stride, values[place]);
    }
    // The line ends where the points do.
    if ((read - 1) % stride != 0) {
      append(read - 1, last());
    }
  }

  /** In: {@code right} is what lies behind the block, seen from its end; out: from its start. */
  private void fitBlock(int b, int first) {
    int start = b * block;
    int length = end(b) - start;
    left.load(before, b);
    if (stride == block) {
      right.further(length, length == block ? factorOfBlock : Math.pow(factor, length));
      right.add(own, b);
      values[(start - first) / stride] = right.joined(left);
      return;
    }
    for (int i = length - 1; i >= 0; i--) {
      right.further(1, factor);
      right.add(raw.y(start + i));
      if (i % stride == 0) {
        rights[i].copy(right);
      }
    }
    for (int i = 0; i < length; i++) {
      if (i % stride == 0) {
        values[(start + i - first) / stride] = rights[i].joined(left);
      }
      left.add(raw.y(start + i));
      left.further(1, factor);
    }
  }

  private double last() {
    int b = (read - 1) / block;
    left.load(before, b);
    for (int i = b * block; i < read - 1; i++) {
      left.add(raw.y(i));
      left.further(1, factor);
    }
    right.clear();
    right.add(raw.y(read - 1));
    return right.joined(left);
  }

  private void append(int i, double value) {
    if (Double.isFinite(raw.y(i))) {
      smooth.append(raw.x(i), value);
    }
  }

  private int end(int b) {
    return (int) Math.min((long) (b + 1) * block, read);
  }
}
