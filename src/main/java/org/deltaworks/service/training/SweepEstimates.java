package org.deltaworks.service.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.deltaworks.domain.estimate.Estimate;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.SweepGrid;
import org.deltaworks.domain.training.TrainingDraft;
import org.jspecify.annotations.Nullable;

/** Estimates what the trainings of a sweep take together. Starts nothing. */
public final class SweepEstimates {
  private final EstimateService estimates;

  /** Over the estimates of single trainings. */
  public SweepEstimates(EstimateService estimates) {
    this.estimates = estimates;
  }

  /**
   * What every combination of the lists takes.
   *
   * @throws org.deltaworks.domain.problem.ProblemException for the first problem of any
   * @throws CancellationException if the thread was told that nobody waits for it any more
   */
  public SweepPromise of(TrainingDraft lists) {
    SweepGrid grid = SweepGrid.of(lists);
    Map<TrainingDraft, Integer> alike = new LinkedHashMap<>();
    grid.points().forEach(point -> alike.merge(sized(grid, point), 1, Integer::sum));
    double seconds = 0;
    long results = 0;
    long besides = 0;
    @Nullable TrainingDraft largest = null;
    @Nullable Promise most = null;
    for (Map.Entry<TrainingDraft, Integer> entry : alike.entrySet()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException();
      }
      Promise promise = estimates.estimate(entry.getKey());
      Estimate estimate = promise.estimate();
      seconds += entry.getValue() * estimate.seconds();
      results += entry.getValue() * estimate.resultBytes();
      besides = Math.max(besides, estimate.diskBytes() - estimate.resultBytes());
      if (largest == null || most == null || memory(promise) > memory(most)) {
        largest = entry.getKey();
        most = promise;
      }
    }
    if (largest == null || most == null) {
      throw new IllegalStateException("a sweep has at least two trainings");
    }
    return new SweepPromise(
        grid.points().size(), seconds, results, results + besides, largest, most);
  }

  /** Trainings that differ in their learning rate and their seed alone take the same. */
  private static TrainingDraft sized(SweepGrid grid, TrainingDraft point) {
    TrainingDraft first = grid.points().getFirst();
    return point
        .with(Setting.LEARNING_RATE, first.text(Setting.LEARNING_RATE))
        .with(Setting.SEED, first.text(Setting.SEED));
  }

  private static long memory(Promise promise) {
    return promise.estimate().memory().total();
  }
}
