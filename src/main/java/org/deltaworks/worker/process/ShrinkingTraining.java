package org.deltaworks.worker.process;

import java.time.Instant;
import java.util.Optional;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Adjustment;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingEvent;
import org.deltaworks.engine.kernel.Libtorch;

/**
 * Trains; where memory runs out, goes on from the last checkpoint with fewer rows at once,
 * collected to the same step, as often as there is something left to make smaller.
 */
final class ShrinkingTraining {
  private final Libtorch torch;
  private final RunBook book;
  private final EndRequest end;
  private TrainingDraft draft;

  ShrinkingTraining(Libtorch torch, RunBook book, EndRequest end) {
    this.torch = torch;
    this.book = book;
    this.end = end;
    this.draft = book.run().draft();
  }

  /** Trains to the end. */
  void run(Prepared first) throws InterruptedException {
    Prepared prepared = first;
    while (true) {
      try {
        new Training(torch, book, prepared, end).run();
        return;
      } catch (RuntimeException | OutOfMemoryError thrown) {
        Optional<TrainingDraft> less = smaller(thrown);
        if (less.isEmpty()) {
          throw thrown;
        }
        draft = less.get();
        book.write(
            new TrainingEvent.Adjusted(Instant.now(), draft, Adjustment.memoryRanOut(draft)));
        prepared = prepared.again(draft.toPlan().orThrow(), book.savedCheckpoints());
      }
    }
  }

  private Optional<TrainingDraft> smaller(Throwable thrown) {
    return Explanation.of(thrown).kind() == Problem.Kind.OUT_OF_MEMORY
        ? Adjustment.LESS_MEMORY.of(draft)
        : Optional.empty();
  }
}
