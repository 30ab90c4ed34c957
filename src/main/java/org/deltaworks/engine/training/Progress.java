package org.deltaworks.engine.training;

import java.util.Properties;

/**
 * Where a run stands, beside its numbers.
 *
 * @param step steps done
 * @param bestLoss best held-out loss so far; infinite before the first
 * @param worse evaluations in a row that were no better
 */
record Progress(int step, double bestLoss, int worse) {
  static final Progress START = new Progress(0, Double.POSITIVE_INFINITY, 0);

  Progress after(int steps) {
    return new Progress(steps, bestLoss, worse);
  }

  Progress evaluated(double loss) {
    return loss < bestLoss ? new Progress(step, loss, 0) : new Progress(step, bestLoss, worse + 1);
  }

  Properties toProperties() {
    Properties properties = new Properties();
    properties.setProperty("step", Integer.toString(step));
    properties.setProperty("best-loss", Double.toString(bestLoss));
    properties.setProperty("worse", Integer.toString(worse));
    return properties;
  }

  static Progress of(Properties properties) {
    return new Progress(
        Integer.parseInt(properties.getProperty("step", "")),
        Double.parseDouble(properties.getProperty("best-loss", "")),
        Integer.parseInt(properties.getProperty("worse", "")));
  }
}
