package org.deltaworks.cli.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A loss curve in characters, for a terminal. */
final class CurvePlot {
  private static final int WIDTH = 60;
  private static final int HEIGHT = 10;

  private CurvePlot() {}

  /** The curve, each column the mean of equally many steps; empty for no step. */
  static List<String> lines(List<Double> losses) {
    if (losses.isEmpty()) {
      return List.of();
    }
    double[] columns = columns(losses);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : columns) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    List<String> lines = new ArrayList<>();
    lines.add("Loss");
    for (int row = 0; row < HEIGHT; row++) {
      lines.add(line(columns, row, low, high));
    }
    lines.add(" ".repeat(8) + "+" + "-".repeat(columns.length));
    lines.add(" ".repeat(9) + "step 1 to " + losses.size());
    return lines;
  }

  private static double[] columns(List<Double> losses) {
    int count = Math.min(WIDTH, losses.size());
    double[] columns = new double[count];
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) i * losses.size() / count);
      int to = Math.max(from + 1, (int) ((long) (i + 1) * losses.size() / count));
      columns[i] =
          losses.subList(from, to).stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
    return columns;
  }

  private static String line(double[] columns, int row, double low, double high) {
    StringBuilder line = new StringBuilder();
    boolean labelled = row == 0 || row == HEIGHT - 1;
    double label = row == 0 ? high : low;
    line.append(labelled ? String.format(Locale.ROOT, "%7.3f ", label) : " ".repeat(8)).append('|');
    for (double value : columns) {
      line.append(row == rowOf(value, low, high) ? '*' : ' ');
    }
    return line.toString().stripTrailing();
  }

  private static int rowOf(double value, double low, double high) {
    return high == low
        ? HEIGHT / 2
        : (int) Math.round((high - value) / (high - low) * (HEIGHT - 1));
  }
}
