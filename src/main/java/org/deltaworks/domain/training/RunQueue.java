package org.deltaworks.domain.training;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The runs that wait for their turn. The queue lies in the catalog, so it outlives every process;
 * what two might do at once is decided in one transaction, and one of them wins. Called as {@link
 * RunStore} is.
 */
public interface RunQueue {
  /**
   * A run that waits.
   *
   * @param run its key
   * @param held whether it waits until somebody lets it go
   * @param notBefore when it may start at the earliest
   * @param starter the process that has taken it and is starting its process right now
   */
  record Entry(long run, boolean held, Optional<Instant> notBefore, Optional<Run.Owner> starter) {}

  /** Where a waiting run may be moved. */
  enum Move {
    FIRST,
    UP,
    DOWN,
    LAST
  }

  /** What waits, in the order in which it will start. */
  List<Entry> waiting();

  /** One of them. */
  Optional<Entry> find(long run);

  /**
   * Writes down a new run that waits, behind all others; refuses what {@link RunStore#create}
   * refuses.
   *
   * @param notBefore when it may start at the earliest
   */
  Run create(RunProposal proposal, Optional<Instant> notBefore);

  /** Lets a run at rest wait for its turn to go on; false if it is not at rest, or finished. */
  boolean put(long run);

  /** Changes the order; false if the run does not wait. */
  boolean move(long run, Move where);

  /**
   * Keeps a waiting run from starting: until this time, or until it is released; false if the run
   * does not wait.
   */
  boolean hold(long run, Optional<Instant> until);

  /** Lets a held run start when its turn comes; false if the run does not wait. */
  boolean release(long run);

  /** Stops a run that waits; false if it does not wait, or is being started already. */
  boolean cancel(long run);

  /**
   * Takes the first run that may start now, if no run has a process: of many who ask at once one
   * gets it.
   *
   * @param starter process that will start the run's process
   */
  Optional<Run> take(Run.Owner starter, Instant now);

  /** The process of a taken run was started: it waits no longer. */
  void launched(long run, Run.Owner starter);

  /** A starter died before it had started the process: the run waits again, where it was. */
  void giveBack(long run, Run.Owner starter);

  /**
   * Becomes the process that starts what waits; false if another one that lives is it already.
   *
   * @param alive whether a process lives
   */
  boolean keep(Run.Owner self, Predicate<Run.Owner> alive);

  /** Who keeps the queue, dead or alive. */
  Optional<Run.Owner> keeper();

  /**
   * Stops being the keeper, if nothing waits that could start without a person; says whether it
   * did. Whoever adds something after that finds no keeper.
   */
  boolean endKeeping(Run.Owner self);
}
