package org.deltaworks.domain.training;

import java.time.Instant;
import java.util.Optional;
import org.deltaworks.domain.problem.Problem;

/** Port to the processes that do the training: each run has one of its own. */
public interface Trainer {
  /**
   * Starts a process that reads what a proposed run needs, and only then writes the run down and
   * trains it; returns at once. From there on the process outlives this one.
   *
   * @param since as for {@link #launch}
   * @throws org.deltaworks.domain.problem.ProblemException if no process can be started
   */
  Beginning begin(RunProposal proposal, Instant since);

  /**
   * Starts a process that reads what a proposed run needs, writes it down as waiting behind all
   * others, and ends; returns at once.
   *
   * @param notBefore when the run may start at the earliest
   * @throws org.deltaworks.domain.problem.ProblemException if no process can be started
   */
  Beginning enqueue(RunProposal proposal, Optional<Instant> notBefore);

  /** A process whose run may not be written down yet. */
  interface Beginning {
    /** Whether it may still write its run down. */
    boolean isAlive();

    /** Why it ended without having written it down. */
    Problem refusal();

    /** Ends it at once and waits for its end. */
    void cancel();
  }

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

  /**
   * Says that this process is about to launch a queued run's next one, before the run is queued
   * again: nobody who looks in between takes it for dead.
   */
  default void announce(Run run) {}

  /** Whether the process of a run that died was killed by the system because memory ran out. */
  default boolean starved(Run run) {
    return false;
  }

  /** The last lines its process wrote, for a run whose process died; empty if there are none. */
  Optional<String> lastWords(Run run);

  /** Kills the process of a run; what was not committed is lost. */
  void kill(Run run);
}
