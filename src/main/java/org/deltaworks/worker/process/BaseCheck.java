package org.deltaworks.worker.process;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.models.ModelStore;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.format.hub.VerifiedWeights;

/**
 * Has the base's weight files verified on a thread of its own beside the training. It holds up no
 * step, but an adapter is published only after it.
 */
final class BaseCheck {
  private final FutureTask<String> task;

  BaseCheck(ModelStore store, ModelFiles model) {
    this.task = new FutureTask<>(() -> new VerifiedWeights(store).sha256(model, () -> false));
  }

  /** Begins, once. */
  void start() {
    Thread thread = new Thread(task, "check of the base");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  /**
   * Waits for the hash over the weight files.
   *
   * @throws ProblemException if a file holds NaN or infinity, or cannot be read
   */
  String sha256() throws InterruptedException {
    task.run();
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ProblemException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
