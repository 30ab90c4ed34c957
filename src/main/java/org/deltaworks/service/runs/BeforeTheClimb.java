package org.deltaworks.service.runs;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.training.Run;

/**
 * Where a run whose loss climbed until it was no number is worth going on from: what was saved
 * after its best test is finite, but it has unlearnt what it knew. Decision 059.
 *
 * @param checkpoint the newest one that is not after the best test
 * @param best the lowest loss on held-out rows
 * @param last the last one
 */
record BeforeTheClimb(Run.Checkpoint checkpoint, double best, double last) {
  private static final double TIMES = 1.5;
  private static final double NATS = 1;

  /**
   * Empty if its tests do not show a climb, or nothing is left from before.
   *
   * @param tests in the order of their steps; that of the untouched base does not count
   */
  static Optional<BeforeTheClimb> find(
      List<Run.EvaluationPoint> tests, List<Run.Checkpoint> checkpoints) {
    List<Run.EvaluationPoint> own = tests.stream().filter(test -> test.step() > 0).toList();
    if (own.isEmpty()) {
      return Optional.empty();
    }
    Run.EvaluationPoint best =
        own.stream().min(Comparator.comparingDouble(Run.EvaluationPoint::loss)).orElseThrow();
    double last = own.getLast().loss();
    return last > Math.max(best.loss() * TIMES, best.loss() + NATS)
        ? checkpoints.stream()
            .filter(saved -> saved.step() <= best.step())
            .max(Comparator.comparingInt(Run.Checkpoint::step))
            .map(saved -> new BeforeTheClimb(saved, best.loss(), last))
        : Optional.empty();
  }
}
