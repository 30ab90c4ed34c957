package org.deltaworks.service.task;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Those who want to know of every new snapshot. Called on the thread that made it, never on the
 * window's; a receiver that throws does not keep the others from hearing.
 *
 * @param <T> an immutable snapshot
 */
public final class Listeners<T> {
  private static final System.Logger LOG = System.getLogger(Listeners.class.getName());

  private final List<Consumer<? super T>> receivers = new CopyOnWriteArrayList<>();

  /** Adds a receiver until the subscription is closed. */
  public Subscription add(Consumer<? super T> receiver) {
    receivers.add(receiver);
    return () -> receivers.remove(receiver);
  }

  /** Tells everybody. */
  public void publish(T snapshot) {
    for (Consumer<? super T> receiver : receivers) {
      try {
        receiver.accept(snapshot);
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "a listener failed", e);
      }
    }
  }
}
