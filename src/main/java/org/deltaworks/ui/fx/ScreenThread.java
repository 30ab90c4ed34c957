package org.deltaworks.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The bridge to the thread of the window: the only way in which work done elsewhere reaches a
 * property. View models take one in their constructor, so that their tests need no window.
 */
@FunctionalInterface
public interface ScreenThread {
  /** Runs the work there: at once if this is that thread already, soon otherwise. */
  void run(Runnable work);

  /**
   * A receiver that may be called from any thread, as often as one likes: at most one update is
   * pending and the latest value wins, so that a thousand steps a second cannot flood the screen.
   * Make one per source and keep it.
   */
  default <T> Consumer<T> latest(Consumer<? super T> receiver) {
    AtomicReference<@Nullable T> pending = new AtomicReference<>();
    return value -> {
      if (pending.getAndSet(value) == null) {
        run(
            () -> {
              T newest = pending.getAndSet(null);
              if (newest != null) {
                receiver.accept(newest);
              }
            });
      }
    };
  }

  /**
   * As {@link #latest}, for sources whose every value counts: at most one update is pending, and it
   * brings all values since the last one, in their order.
   */
  default <T> Consumer<T> gathering(Consumer<? super List<T>> receiver) {
    List<T> pending = new ArrayList<>();
    return value -> {
      boolean first;
      synchronized (pending) {
        first = pending.isEmpty();
        pending.add(value);
      }
      if (first) {
        run(
            () -> {
              List<T> all;
              synchronized (pending) {
                all = List.copyOf(pending);
                pending.clear();
              }
              receiver.accept(all);
            });
      }
    };
  }

  /** The real one. */
  static ScreenThread platform() {
    return work -> {
      if (Platform.isFxApplicationThread()) {
        work.run();
      } else {
        Platform.runLater(work);
      }
    };
  }

  /** The calling thread, for tests without a window. */
  static ScreenThread direct() {
    return Runnable::run;
  }
}
