package org.deltaworks.service.runs;

import java.time.Instant;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.Adjustment;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.RunStore;
import org.deltaworks.domain.training.Trainer;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingEvent;

/**
 * Turns runs whose process is gone into failed ones, with their last words; one whose process the
 * system killed for want of memory goes on with less, as long as there is less to go on with.
 */
final class DeadRuns {
  private static final System.Logger LOG = System.getLogger(DeadRuns.class.getName());

  private final RunStore store;
  private final Trainer trainer;
  private final Launching launching;

  DeadRuns(RunStore store, Trainer trainer, Launching launching) {
    this.store = store;
    this.trainer = trainer;
    this.launching = launching;
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
    if (again.owner().isEmpty() || !trainer.starved(again)) {
      fail(again, reason(again));
    } else {
      Adjustment.LESS_MEMORY
          .of(again.draft())
          .ifPresentOrElse(less -> goOn(again, less), () -> fail(again, starved()));
    }
    return store.get(again.id()).orElse(again);
  }

  /** In this order: a run leaves the queue only when its process is there. */
  private boolean waitsOrHasJustBegun(Run run) {
    return store.queue().find(run.id()).isPresent() || trainer.isAlive(run);
  }

  private void fail(Run run, Problem problem) {
    store.append(run.id(), new TrainingEvent.Failed(Instant.now(), run.progress().step(), problem));
  }

  private void goOn(Run run, TrainingDraft less) {
    TrainingEvent.Adjusted change =
        new TrainingEvent.Adjusted(Instant.now(), less, Adjustment.memoryRanOut(less));
    trainer.announce(run);
    if (run.owner().filter(owner -> store.requeue(run.id(), owner, change)).isEmpty()) {
      return;
    }
    try {
      launching.launch(store.get(run.id()).orElse(run), Instant.now());
    } catch (ProblemException toldAsFailed) {
      LOG.log(System.Logger.Level.WARNING, "a run could not go on", toldAsFailed);
    }
  }

  private static Problem starved() {
    return Problem.of(
        Problem.Kind.OUT_OF_MEMORY,
        "The system ended the training because memory ran out, and it was as small as it can be"
            + " already.",
        "Close other programs and resume it, shorten the longest row, or choose a smaller model.");
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
