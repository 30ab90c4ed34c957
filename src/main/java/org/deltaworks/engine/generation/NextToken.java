package org.deltaworks.engine.generation;

import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.deltaworks.domain.generation.Sampling;

/**
 * Chooses the next token from logits in the order of transformers: repetition penalty, temperature,
 * top-k, top-p, then a seeded draw; without temperature the likeliest.
 */
final class NextToken {
  /** What is e^40 times less likely than the best is never drawn, so it need not be sorted. */
  private static final double NEGLIGIBLE = 40;

  private final Sampling sampling;
  private final RandomGenerator random;

  NextToken(Sampling sampling) {
    this.sampling = sampling;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(sampling.seed());
  }

  /** Whether it always chooses the likeliest, whatever was said before. */
  boolean alwaysTheLikeliest() {
    return sampling.temperature() == 0 && sampling.repetitionPenalty() == 1;
  }

  /**
   * Chooses.
   *
   * @param logits one for each id; changed
   * @param before every token so far, prompt included
   */
  int choose(float[] logits, List<Integer> before) {
    penalise(logits, before);
    return sampling.temperature() == 0 ? likeliest(logits) : draw(logits);
  }

  /**
   * What was said before becomes less likely, once however often it was said (arXiv 1909.05858).
   */
  private void penalise(float[] logits, List<Integer> before) {
    if (sampling.repetitionPenalty() == 1) {
      return;
    }
    float penalty = (float) sampling.repetitionPenalty();
    before.stream()
        .distinct()
        .forEach(id -> logits[id] = logits[id] < 0 ? logits[id] * penalty : logits[id] / penalty);
  }

  private static int likeliest(float[] logits) {
    int best = 0;
    for (int i = 1; i < logits.length; i++) {
      if (logits[i] > logits[best]) {
        best = i;
      }
    }
    return best;
  }

  private int draw(float[] logits) {
    double least = logits[likeliest(logits)] - NEGLIGIBLE * sampling.temperature();
    int[] ids =
        IntStream.range(0, logits.length)
            .filter(i -> logits[i] >= least)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -logits[i]))
            .limit(sampling.topK() == 0 ? logits.length : sampling.topK())
            .mapToInt(Integer::intValue)
            .toArray();
    double[] weights = new double[ids.length];
    double sum = 0;
    for (int i = 0; i < ids.length; i++) {
      weights[i] = Math.exp((logits[ids[i]] - logits[ids[0]]) / sampling.temperature());
      sum += weights[i];
    }
    int kept = kept(weights, sum);
    double drawn =
        random.nextDouble() * IntStream.range(0, kept).mapToDouble(i -> weights[i]).sum();
    for (int i = 0; i < kept; i++) {
      drawn -= weights[i];
      if (drawn < 0) {
        return ids[i];
      }
    }
    return ids[kept - 1];
  }

  /** How many of the likeliest are needed for the share of top-p; at least one. */
  private int kept(double[] weights, double sum) {
    double seen = 0;
    for (int i = 0; i < weights.length; i++) {
      seen += weights[i] / sum;
      if (seen >= sampling.topP()) {
        return i + 1;
      }
    }
    return weights.length;
  }
}
