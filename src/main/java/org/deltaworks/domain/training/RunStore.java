package org.deltaworks.domain.training;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The catalog's book of runs, and the bus between a run's process and everybody who watches it.
 * Every method may be called from any thread but the window's, and throws a {@link
 * org.deltaworks.domain.problem.ProblemException} where the catalog cannot do it.
 */
public interface RunStore {
  /** Those that wait for their turn. */
  RunQueue queue();

  /** A proposal with a key that no other run has or will have; writes no run down. */
  RunProposal propose(String name, TrainingDraft draft, String model);

  /**
   * Writes down a new run in state queued, with every setting in force; refuses a name that is
   * taken, or an output folder that a run which has not ended is about to write to (a conflict), by
   * adding nothing. Names differ in more than upper and lower case.
   */
  Run create(RunProposal proposal);

  /** All runs, newest first. */
  List<Run> list();

  /**
   * How all runs stand, newest first: much quicker than {@link #list}. Of a run at rest nothing
   * changes without its standing; one that is not at rest may have gone on.
   */
  List<Run.Standing> standings();

  /** These runs, by key; those that are no more are absent. */
  Map<Long, Run> get(Collection<Long> ids);

  /** One by name. */
  Optional<Run> find(String name);

  /** One by key. */
  Optional<Run> get(long id);

  /** A name that no run has: {@code stem}, {@code stem-2}, {@code stem-3} … */
  String freeName(String stem);

  /** Changes the state if the table allows it from the present one; says whether it did. */
  boolean move(long id, RunState next);

  /**
   * A process takes a queued run: state running and owner in one transaction; false if another was
   * faster.
   */
  boolean claim(long id, Run.Owner owner);

  /**
   * Appends what happened; state, progress and result follow from the event in the same
   * transaction. An event that the run's state does not allow (a step of a run that is not running,
   * a failure of one that finished) is a conflict, and nothing is written; only {@link
   * TrainingEvent.Noted} is always welcome. A step that comes again after the run went back to a
   * checkpoint replaces the older one and everything after it.
   */
  void append(long id, TrainingEvent event);

  /**
   * Changes the settings of a run at rest, for its next process; a conflict while a process works
   * on it.
   */
  void amend(long id, TrainingDraft draft);

  /**
   * A running run whose process died waits for a new one, with these settings; false if the run is
   * no longer this owner's, so that of all who notice the death one alone acts on it.
   */
  boolean requeue(long id, Run.Owner dead, TrainingEvent.Adjusted change);

  /** Writes figures that became known. */
  void putFacts(long id, Run.Facts facts);

  /** Writes down what a run is expected to take, unless that was said before. */
  void promise(long id, Run.Footprint said);

  /** History, with the step points after {@code afterStep} only. */
  Run.History history(long id, int afterStep);

  /** Leaves a wish for the run's process; the newest counts. */
  void wish(long id, Wish wish);

  /** Takes the wish, if there is one: it is gone afterwards. */
  Optional<Wish> takeWish(long id);

  /** Checkpoints that were written and not forgotten, oldest first. */
  List<Run.Checkpoint> checkpoints(long id);

  /** Forgets a checkpoint; the caller has removed its folder. */
  void forgetCheckpoint(long id, int step);

  /**
   * The course of the loss in at most {@value #SPARKLINE_POINTS} points, each the mean of equally
   * many steps, for the lists; runs without a step are absent.
   */
  Map<Long, List<Double>> sparklines(Collection<Long> ids);

  /** How many points a sparkline has at most. */
  int SPARKLINE_POINTS = 64;

  /** Forgets a run at rest, its history with it. */
  void delete(long id);

  /** What one may ask of a running run. */
  enum Wish {
    PAUSE,
    STOP,
    SAVE
  }
}
