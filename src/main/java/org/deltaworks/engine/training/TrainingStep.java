package org.deltaworks.engine.training;

import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.RowOrder;
import org.deltaworks.domain.training.Seeds;
import org.deltaworks.domain.training.TrainingEvent.Stepped;
import org.deltaworks.engine.nn.MicroBatch;

/** One optimizer step: gradients of all its micro-batches, checked, clipped, applied. */
final class TrainingStep {
  private static final int MOST_NAMED = 8;

  private final GradientPass pass;
  private final AdamW optimizer;
  private final LearningRate rate;
  private final RowOrder order;
  private final List<TokenizedRow> rows;
  private final boolean packing;
  private final long seed;
  private final IntFunction<String> names;

  TrainingStep(
      GradientPass pass,
      AdamW optimizer,
      LearningRate rate,
      RowOrder order,
      List<TokenizedRow> rows,
      boolean packing,
      long seed,
      IntFunction<String> names) {
    this.pass = pass;
    this.optimizer = optimizer;
    this.rate = rate;
    this.order = order;
    this.rows = rows;
    this.packing = packing;
    this.seed = seed;
    this.names = names;
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
    List<List<Integer>> numbers = order.batches(step);
    List<MicroBatch> batches = numbers.stream().map(this::batch).toList();
    long labels = batches.stream().mapToLong(MicroBatch::labels).sum();
    double sum = 0;
    for (int i = 0; i < batches.size(); i++) {
      double one = pass.run(batches.get(i), 1.0 / labels, Seeds.of(Seeds.of(seed, step), i));
      refuseNotFinite(step, "loss", one, numbers.get(i));
      sum += one;
    }
    double loss = sum / labels;
    double norm = optimizer.gradientNorm();
    refuseNotFinite(step, "gradient", norm, numbers.stream().flatMap(List::stream).toList());
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

  /**
   * Takes a micro-batch forward and back and forgets it: nothing that is trained, counted or drawn
   * is another afterwards. Dropout is seeded anew by every pass.
   *
   * @return seconds
   */
  double tryOut(List<Integer> numbers) {
    // The first time it meets pages and shapes that are new to the process, as no later step does.
    return Math.min(tryOnce(numbers), tryOnce(numbers));
  }

  private double tryOnce(List<Integer> numbers) {
    long began = System.nanoTime();
    MicroBatch batch = batch(numbers);
    pass.run(batch, 1.0 / batch.labels(), seed);
    optimizer.forgetGradients();
    return (System.nanoTime() - began) / 1e9;
  }

  private MicroBatch batch(List<Integer> numbers) {
    List<TokenizedRow> some = numbers.stream().map(rows::get).toList();
    return packing ? MicroBatch.packed(some) : MicroBatch.padded(some);
  }

  /** Before anything is touched: gradients that are no numbers would spoil every trained one. */
  private void refuseNotFinite(int step, String what, double value, List<Integer> among) {
    if (!Double.isFinite(value)) {
      throw Problem.of(
              Problem.Kind.NOT_FINITE,
              "In step %d the %s became %s, which no training recovers from. It looked at %s."
                  .formatted(step, what, value, named(among)),
              "Go on with half the learning rate, or look at these rows; what was learnt before is"
                  + " kept in the last checkpoint.")
          .asException();
    }
  }

  private String named(List<Integer> among) {
    String first =
        among.stream().limit(MOST_NAMED).map(names::apply).collect(Collectors.joining(", "));
    int more = among.size() - MOST_NAMED;
    return more > 0 ? "%s and %d more".formatted(first, more) : first;
  }
}
