package org.deltaworks.engine.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.TrainingEvent.Stepped;
import org.deltaworks.engine.nn.MicroBatch;

/** One optimizer step: gradients of all its micro-batches, checked, clipped, applied. */
final class TrainingStep {
  private final GradientPass pass;
  private final AdamW optimizer;
  private final LearningRate rate;
  private final RowOrder order;
  private final List<TokenizedRow> rows;
  private final boolean packing;
  private final long seed;

  TrainingStep(
      GradientPass pass,
      AdamW optimizer,
      LearningRate rate,
      RowOrder order,
      List<TokenizedRow> rows,
      boolean packing,
      long seed) {
    this.pass = pass;
    this.optimizer = optimizer;
    this.rate = rate;
    this.order = order;
    this.rows = rows;
    this.packing = packing;
    this.seed = seed;
  }

  /**
   * Does a step.
   *
   * @param step 1 for the first
   * @throws org.deltaworks.domain.problem.ProblemException if loss or gradient is no number; the
   *     trained numbers are as they were before
   */
  Stepped run(int step) {
    long began = System.nanoTime();
    List<MicroBatch> batches = batches(step);
    long labels = batches.stream().mapToLong(MicroBatch::labels).sum();
    double sum = 0;
    for (int i = 0; i < batches.size(); i++) {
      sum += pass.run(batches.get(i), 1.0 / labels, Seeds.of(Seeds.of(seed, step), i));
    }
    double loss = sum / labels;
    double norm = optimizer.gradientNorm();
    refuseNotFinite(step, loss, norm);
    double now = rate.at(step);
    optimizer.step(step, now, norm);
    return new Stepped(
        Instant.now(),
        step,
        loss,
        norm,
        now,
        batches.stream().mapToLong(MicroBatch::tokens).sum(),
        labels,
        (System.nanoTime() - began) / 1e9);
  }

  private List<MicroBatch> batches(int step) {
    List<MicroBatch> batches = new ArrayList<>();
    for (List<Integer> numbers : order.batches(step)) {
      List<TokenizedRow> some = numbers.stream().map(rows::get).toList();
      batches.add(packing ? MicroBatch.packed(some) : MicroBatch.padded(some));
    }
    return batches;
  }

  private static void refuseNotFinite(int step, double loss, double norm) {
    if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
      throw Problem.of(
              Problem.Kind.NOT_FINITE,
              "In step %d the %s became %s, which no training recovers from."
                  .formatted(
                      step,
                      Double.isFinite(loss) ? "gradient" : "loss",
                      Double.isFinite(loss) ? norm : loss),
              "Choose a smaller learning rate, or a warm-up; what was learnt before is kept in the"
                  + " last checkpoint.")
          .asException();
    }
  }
}
