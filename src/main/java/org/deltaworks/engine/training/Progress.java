package org.deltaworks.engine.training;

import java.util.Properties;

/**
 * Where a run stands, beside its numbers.
 *
 * @param step steps done
 * @param bestLoss best held-out loss so far; infinite before the first
 * @param bestStep steps done when it was measured, 0 before the first
 * @param worse evaluations in a row that were no better
 */
record Progress(int step, double bestLoss, int bestStep, int worse) {
  static final Progress START = new Progress(0, Double.POSITIVE_INFINITY, 0, 0);

  Progress after(int steps) {
    return new Progress(steps, bestLoss, bestStep, worse);
  }

  Progress evaluated(double loss) {
    return loss < bestLoss
        ? new Progress(step, loss, step, 0)
        : new Progress(step, bestLoss, bestStep, worse + 1);
  }

  /** Whether the last evaluation was the best so far. */
  boolean atItsBest() {
    return bestStep == step;
  }

  Properties toProperties() {
    Properties properties = new Properties();
    properties.setProperty("step", Integer.toString(step));
    properties.setProperty("best-loss", Double.toString(bestLoss));
    properties.setProperty("best-step", Integer.toString(bestStep));
    properties.setProperty("worse", Integer.toString(worse));
    return properties;
  }

  static Progress of(Properties properties) {
    return new Progress(
        Integer.parseInt(properties.getProperty("step", "")),
        Double.parseDouble(properties.getProperty("best-loss", "")),
        Integer.parseInt(properties.getProperty("best-step", "0")),
        Integer.parseInt(properties.getProperty("worse", "")));
  }
}
