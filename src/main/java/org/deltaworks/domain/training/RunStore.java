package org.deltaworks.domain.training;

import java.util.List;
import java.util.Optional;

/** The catalog's book of runs, and the bus between a run's process and everybody who watches it. */
public interface RunStore {
  /** Writes down a new run in state queued; refuses a name that is taken by adding nothing. */
  Run create(String name, TrainingDraft draft, String model);

  /** All runs, newest first. */
  List<Run> list();

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
   * transaction.
   */
  void append(long id, TrainingEvent event);

  /** Writes figures that became known. */
  void putFacts(long id, Run.Facts facts);

  /** History, with the step points after {@code afterStep} only. */
  Run.History history(long id, int afterStep);

  /** Leaves a wish for the run's process; the newest counts. */
  void wish(long id, Wish wish);

  /** Takes the wish, if there is one: it is gone afterwards. */
  Optional<Wish> takeWish(long id);

  /** Forgets a run at rest, its history with it. */
  void delete(long id);

  /** What one may ask of a running run. */
  enum Wish {
    PAUSE,
    STOP,
    SAVE
  }
}
