package org.deltaworks.service.runs;

import java.time.Instant;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.RunStore;
import org.deltaworks.domain.training.Trainer;
import org.deltaworks.domain.training.TrainingEvent;

/** Turns runs whose process is gone into failed ones, with their last words. */
final class DeadRuns {
  private final RunStore store;
  private final Trainer trainer;

  DeadRuns(RunStore store, Trainer trainer) {
    this.store = store;
    this.trainer = trainer;
  }

  /** The run as it truly stands. */
  Run settle(Run run) {
    if (run.state().atRest() || trainer.isAlive(run)) {
      return run;
    }
    // It may have written its end between our two looks: only a run that still claims to go on
    // while nobody works on it has died.
    Run again = store.get(run.id()).orElse(run);
    if (again.state().atRest() || !again.owner().equals(run.owner())) {
      return again;
    }
    if (again.state() == RunState.QUEUED && waitsOrHasJustBegun(again)) {
      return again;
    }
    Problem problem = reason(again);
    store.append(
        again.id(), new TrainingEvent.Failed(Instant.now(), again.progress().step(), problem));
    return store.get(again.id()).orElse(again);
  }

  /** In this order: a run leaves the queue only when its process is there. */
  private boolean waitsOrHasJustBegun(Run run) {
    return store.queue().find(run.id()).isPresent() || trainer.isAlive(run);
  }

  private Problem reason(Run run) {
    String words =
        trainer
            .lastWords(run)
            .map(w -> " Its last words: " + w.strip())
            .orElse(" It left no word.");
    return Problem.of(
        Problem.Kind.WORKER_DIED,
        "The process that trained ended unexpectedly: it was killed, ran out of memory or crashed."
            + words,
        "Resume the run to go on from its last checkpoint; if memory was short, choose fewer rows"
            + " per step.");
  }
}
