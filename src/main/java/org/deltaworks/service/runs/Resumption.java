package org.deltaworks.service.runs;

import java.time.Instant;
import java.util.function.Predicate;
import org.deltaworks.domain.training.Adjustment;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.TrainingDraft;

/**
 * Lets runs at rest go on, at once or when their turn comes: one that goes on needs as much memory
 * as a new one. Any thread but the window's.
 *
 * @param hasToWait whether memory is too short now for one more run of these settings
 */
public record Resumption(RunService runs, QueueService queue, Predicate<TrainingDraft> hasToWait) {
  /** What a person reads of a run that has to wait. */
  public static final String WAITS =
      "Memory is too short for two trainings at once: this one waits for its turn.";

  /**
   * Lets a run go on from its last checkpoint, or from the start if it has none.
   *
   * @param since when the command that asked for it was started
   * @throws org.deltaworks.domain.problem.ProblemException if it cannot go on
   */
  public Run goOn(long id, Instant since) {
    Run run = runs.get(id);
    if (!run.state().mayBecome(RunState.QUEUED) || !hasToWait.test(run.draft())) {
      return runs.resume(id, since);
    }
    queue.putBack(id);
    return runs.get(id);
  }

  /**
   * As {@link #goOn(long, Instant)}, with a change.
   *
   * @throws org.deltaworks.domain.problem.ProblemException also if there is nothing left to change
   */
  public Run goOn(long id, Adjustment change, Instant since) {
    runs.change(id, change);
    return goOn(id, since);
  }

  /** Whether a run waits for its turn. */
  public boolean waits(Run run) {
    return queue.find(run.id()).isPresent();
  }
}
