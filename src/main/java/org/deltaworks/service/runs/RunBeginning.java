package org.deltaworks.service.runs;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunProposal;
import org.deltaworks.domain.training.RunStore;
import org.deltaworks.domain.training.Trainer;

/**
 * Waits for the verdict of a process that was asked to begin a run: a row in the book, or a word.
 */
record RunBeginning(RunStore store) {
  private static final Duration PACE = Duration.ofMillis(20);

  /**
   * Starts the process and waits.
   *
   * @throws org.deltaworks.domain.problem.ProblemException why the run was not written down
   * @throws CancellationException if this thread was interrupted; the process has ended
   */
  Run await(RunProposal proposal, Supplier<Trainer.Beginning> beginning) {
    try {
      return await(proposal, beginning.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled(e);
    } catch (RuntimeException e) {
      // An interrupt closes the files that are being written: that is no trouble with a file.
      throw Thread.currentThread().isInterrupted() ? cancelled(e) : e;
    }
  }

  private Run await(RunProposal proposal, Trainer.Beginning beginning) throws InterruptedException {
    try {
      while (true) {
        // Whether it lives comes first: what it wrote, it wrote before it ended.
        boolean ended = !beginning.isAlive();
        Optional<Run> run = store.get(proposal.id());
        if (run.isPresent()) {
          return run.get();
        }
        if (ended) {
          throw beginning.refusal().asException();
        }
        Thread.sleep(PACE);
      }
    } catch (RuntimeException | InterruptedException e) {
      beginning.cancel();
      throw e;
    }
  }

  private static CancellationException cancelled(Exception cause) {
    CancellationException cancelled = new CancellationException("a run was not begun");
    cancelled.initCause(cause);
    return cancelled;
  }
}
