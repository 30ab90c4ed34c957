package org.deltaworks.domain.training;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * Which rows a step sees: a pure function of seed and step. Every pass over the rows sees each
 * once; its last step may be smaller.
 */
public final class RowOrder {
  private final int rows;
  private final int rowsPerBatch;
  private final int rowsPerStep;
  private final boolean shuffle;
  private final long seed;
  private int drawn = -1;
  private List<Integer> order = List.of();

  /** The order of so many rows. */
  public RowOrder(int rows, TrainingPlan.Batch batch, long seed) {
    this.rows = rows;
    this.rowsPerBatch = batch.rows();
    this.rowsPerStep = Math.multiplyExact(batch.rows(), batch.accumulation());
    this.shuffle = batch.shuffle();
    this.seed = seed;
  }

  /** Steps of one pass. */
  public int stepsPerEpoch() {
    return Math.ceilDiv(rows, rowsPerStep);
  }

  /** Steps of a run. */
  public int steps(TrainingPlan.Length length) {
    return switch (length) {
      case TrainingPlan.Length.Steps(int steps) -> steps;
      case TrainingPlan.Length.Epochs(double epochs) ->
          Math.toIntExact(Math.max(1, Math.round(epochs * stepsPerEpoch())));
    };
  }

  /**
   * Row numbers of a step, one list for each micro-batch.
   *
   * @param step 1 for the first
   */
  public List<List<Integer>> batches(int step) {
    int epoch = (step - 1) / stepsPerEpoch();
    int first = (step - 1) % stepsPerEpoch() * rowsPerStep;
    List<Integer> ofStep = epoch(epoch).subList(first, Math.min(rows, first + rowsPerStep));
    List<List<Integer>> batches = new ArrayList<>();
    for (int i = 0; i < ofStep.size(); i += rowsPerBatch) {
      batches.add(ofStep.subList(i, Math.min(ofStep.size(), i + rowsPerBatch)));
    }
    return batches;
  }

  /** The order of one pass, kept for its other steps. */
  private List<Integer> epoch(int epoch) {
    if (epoch != drawn) {
      order = draw(epoch);
      drawn = epoch;
    }
    return order;
  }

  /** Fisher and Yates, with the pass's own seed. */
  private List<Integer> draw(int epoch) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, rows).boxed().toList());
    if (shuffle) {
      RandomGenerator random =
          RandomGeneratorFactory.of("L64X128MixRandom").create(Seeds.of(seed, epoch));
      for (int i = rows - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int at = order.get(i);
        order.set(i, order.get(j));
        order.set(j, at);
      }
    }
    return order;
  }
}
