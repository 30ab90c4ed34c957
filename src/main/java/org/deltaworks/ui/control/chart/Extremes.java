package org.deltaworks.ui.control.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lowest and highest of any neighbouring values without looking at each of them: blocks of 16
 * values, blocks of 16 blocks, and so on. Only whole blocks are kept, so that appending costs
 * little and never changes what is there.
 */
final class Extremes {
  private static final int FAN = 16;

  /** The blocks of one size, side by side. */
  private static final class Level {
    private double[] low = new double[FAN];
    private double[] high = new double[FAN];
    private double[] lowAboveZero = new double[FAN];
    private double[] begin = new double[FAN];
    private double[] end = new double[FAN];

    void set(int block, Span span) {
      if (block == low.length) {
        low = Arrays.copyOf(low, block * 2);
        high = Arrays.copyOf(high, block * 2);
        lowAboveZero = Arrays.copyOf(lowAboveZero, block * 2);
        begin = Arrays.copyOf(begin, block * 2);
        end = Arrays.copyOf(end, block * 2);
      }
      low[block] = span.low();
      high[block] = span.high();
      lowAboveZero[block] = span.lowAboveZero();
      begin[block] = span.begin();
      end[block] = span.end();
    }

    void addTo(Span span, int block) {
      span.add(low[block], high[block], lowAboveZero[block], begin[block], end[block]);
    }
  }

  private final List<Level> levels = new ArrayList<>();
  private final Span scratch = new Span();

  /** Value {@code size - 1} was written, over whatever was there; those before it are as told. */
  void appended(double[] values, int size) {
    int length = FAN;
    for (int level = 0; size % length == 0; level++, length *= FAN) {
      if (level == levels.size()) {
        levels.add(new Level());
      }
      scratch.clear();
      add(scratch, values, size - length, size, level);
      levels.get(level).set(size / length - 1, scratch);
      if (length > Integer.MAX_VALUE / FAN) {
        return;
      }
    }
  }

  /** Takes in the values from {@code from} to before {@code to}. */
  void addTo(Span span, double[] values, int from, int to) {
    add(span, values, from, to, levels.size());
  }

  private void add(Span span, double[] values, int from, int to, int usable) {
    int i = from;
    while (i < to) {
      int level = -1;
      int length = 1;
      while (level + 1 < usable && (i & (length * FAN - 1)) == 0 && to - i >= length * FAN) {
        level++;
        length *= FAN;
      }
      if (level < 0) {
        span.add(values[i]);
      } else {
        levels.get(level).addTo(span, i / length);
      }
      i += length;
    }
  }
}
