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
      long start = System.nanoTime();
      while (!Thread.currentThread().isInterrupted() && look.getAsBoolean()) {
        Thread.sleep(patience(pace, Duration.ofNanos(System.nanoTime() - start)));
        start = System.nanoTime();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      if (!Thread.currentThread().isInterrupted()) {
        LOG.log(System.Logger.Level.ERROR, "following ended", e);
      }
    }
  }

  /** A look that takes long, such as at 10,000 runs, is taken less often: a fifth of the time. */
  static Duration patience(Duration pace, Duration look) {
    Duration rest = look.multipliedBy(4);
    return rest.compareTo(pace) > 0 ? rest : pace;
  }
}
