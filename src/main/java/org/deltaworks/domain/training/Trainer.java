package org.deltaworks.domain.training;

import java.time.Instant;
import java.util.Optional;

/** Port to the processes that do the training: each run has one of its own. */
public interface Trainer {
  /**
   * Starts a process for a queued run and returns at once; the process outlives this one.
   *
   * @param since when the command that asked for it was started; the time to the first step counts
   *     from here
   * @throws org.deltaworks.domain.problem.ProblemException if no process can be started
   */
  void launch(Run run, Instant since);

  /** Whether the process of a queued or running run lives. Cheap; decided by id and start time. */
  boolean isAlive(Run run);

  /** The last lines its process wrote, for a run whose process died; empty if there are none. */
  Optional<String> lastWords(Run run);

  /** Kills the process of a run; what was not committed is lost. */
  void kill(Run run);
}
