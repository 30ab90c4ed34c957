package org.deltaworks.service.runs;

import java.time.Instant;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunStore;
import org.deltaworks.domain.training.Trainer;
import org.deltaworks.domain.training.TrainingEvent;

/** Starts the processes of queued runs; a run whose process cannot be started has failed. */
record Launching(RunStore store, Trainer trainer) {
  /**
   * Starts one.
   *
   * @param since when the command that asked for it was started
   * @throws ProblemException why it cannot be started; the run tells it too
   */
  void launch(Run queued, Instant since) {
    try {
      trainer.launch(queued, since);
    } catch (ProblemException e) {
      int step = queued.progress().step();
      store.append(queued.id(), new TrainingEvent.Failed(Instant.now(), step, e.problem()));
      throw e;
    }
  }
}
