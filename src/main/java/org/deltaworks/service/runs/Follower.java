package org.deltaworks.service.runs;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.deltaworks.service.task.Subscription;

/** Looks again and again, on a thread of its own, until there is nothing more to see. */
final class Follower {
  private static final System.Logger LOG = System.getLogger(Follower.class.getName());

  private Follower() {}

  /**
   * Starts looking.
   *
   * @param look says whether to look again
   */
  static Subscription start(String name, Duration pace, BooleanSupplier look) {
    Thread thread = Thread.ofVirtual().name(name).start(() -> go(pace, look));
    return thread::interrupt;
  }

  private static void go(Duration pace, BooleanSupplier look) {
    try {
      while (!Thread.currentThread().isInterrupted() && look.getAsBoolean()) {
        Thread.sleep(pace);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      if (!Thread.currentThread().isInterrupted()) {
        LOG.log(System.Logger.Level.ERROR, "following ended", e);
      }
    }
  }
}
