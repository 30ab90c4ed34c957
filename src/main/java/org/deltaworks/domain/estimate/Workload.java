package org.deltaworks.domain.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.training.HeldOut;
import org.deltaworks.domain.training.RowOrder;
import org.deltaworks.domain.training.TrainingPlan;

/**
 * The passes that a run will make over its rows. Which rows share a pass is a function of the seed,
 * so the largest one is known beforehand, not guessed.
 *
 * @param steps optimizer steps
 * @param learning passes of the steps looked at, in their order
 * @param looked how many steps these are: all, or the first few thousand of a long run
 * @param testing passes of one test on held-out rows
 * @param tests how often that is done
 * @param saves checkpoints written on the way, as long as each test is better than the one before
 */
public record Workload(
    int steps,
    List<PassShape> learning,
    int looked,
    List<PassShape> testing,
    int tests,
    int saves) {
  private static final int MOST_STEPS = 4096;
  private static final int USUAL_TESTS = 10;
  private static final int FEWEST_TESTED = 32;
  private static final int TESTED_SHARE = 4;

  public Workload {
    learning = List.copyOf(learning);
    testing = List.copyOf(testing);
  }

  /** Of a plan over rows. */
  public static Workload of(TrainingPlan plan, HeldOut rows) {
    TrainingPlan.Batch batch = plan.batch();
    RowOrder order = new RowOrder(rows.training().size(), batch, plan.seed());
    int steps = order.steps(plan.length());
    int looked = Math.min(steps, MOST_STEPS);
    List<PassShape> learning = new ArrayList<>();
    for (int step = 1; step <= looked; step++) {
      for (List<Integer> some : order.batches(step)) {
        learning.add(
            PassShape.of(some.stream().map(rows.training()::get).toList(), batch.packing()));
      }
    }
    List<TokenizedRow> tested = tested(plan, rows.testing(), steps);
    List<PassShape> testing = new ArrayList<>();
    for (int i = 0; i < tested.size(); i += batch.rows()) {
      testing.add(PassShape.of(tested.subList(i, Math.min(tested.size(), i + batch.rows())), true));
    }
    int tests = tests(plan, steps, tested.isEmpty());
    return new Workload(steps, learning, looked, testing, tests, saves(plan, steps, tests > 0));
  }

  /** Numbers of the rows of a pass, 0 for the first. */
  static List<Integer> rowsOf(int pass, TrainingPlan plan, HeldOut rows) {
    RowOrder order = new RowOrder(rows.training().size(), plan.batch(), plan.seed());
    int step = 1;
    int before = 0;
    while (before + order.batches(step).size() <= pass) {
      before += order.batches(step).size();
      step++;
    }
    return List.copyOf(order.batches(step).get(pass - before));
  }

  /** The pass that a measure finds largest. */
  public static PassShape largest(List<PassShape> passes, ToLongFunction<PassShape> measure) {
    return passes.stream()
        .max(Comparator.comparingLong(measure))
        .orElse(new PassShape(List.of(), 0));
  }

  /** As the training loop chooses them. */
  private static List<TokenizedRow> tested(
      TrainingPlan plan, List<TokenizedRow> heldOut, int steps) {
    if (plan.evaluation().data().isPresent() || plan.evaluation().every().isPresent()) {
      return heldOut;
    }
    long interval = Math.max(1, Math.ceilDiv(steps, USUAL_TESTS));
    long learnt = interval * plan.batch().rows() * plan.batch().accumulation();
    int count = (int) Math.min(heldOut.size(), Math.max(FEWEST_TESTED, learnt / TESTED_SHARE));
    return heldOut.subList(0, count);
  }

  private static int tests(TrainingPlan plan, int steps, boolean none) {
    return none ? 0 : 1 + Math.ceilDiv(steps, testInterval(plan, steps));
  }

  private static int testInterval(TrainingPlan plan, int steps) {
    return plan.evaluation().every().orElse(Math.max(1, Math.ceilDiv(steps, USUAL_TESTS)));
  }

  /** After every so many steps, and where a test finds a new best; never after the last. */
  private static int saves(TrainingPlan plan, int steps, boolean tested) {
    int tests = testInterval(plan, steps);
    int saves = plan.checkpoints().every().orElse(tests);
    IntPredicate due = step -> step % saves == 0 || tested && step % tests == 0;
    return (int) IntStream.range(1, steps).filter(due).count();
  }
}
