package org.deltaworks.service.task;

import org.jspecify.annotations.Nullable;

/**
 * Work of which only the newest request matters, such as figures while a slider moves: a newer one
 * cancels the older, and the older is never heard of again.
 */
public final class LatestTask implements Subscription {
  private final TaskRunner runner;
  private final String name;
  private @Nullable Task current;
  private long newest;

  /** Runs on this runner, its threads so called. */
  public LatestTask(TaskRunner runner, String name) {
    this.runner = runner;
    this.name = name;
  }

  /** Starts this in place of what still runs. */
  public synchronized <T> void start(Work<? extends T> work, Outcome<? super T> outcome) {
    close();
    long mine = ++newest;
    current = runner.start(name, work, new IfNewest<T>(mine, outcome));
  }

  /** Cancels what still runs. */
  @Override
  public synchronized void close() {
    newest++;
    if (current != null) {
      current.cancel();
      current = null;
    }
  }

  private synchronized boolean isNewest(long number) {
    return newest == number;
  }

  private final class IfNewest<T> implements Outcome<T> {
    private final long number;
    private final Outcome<? super T> outcome;

    IfNewest(long number, Outcome<? super T> outcome) {
      this.number = number;
      this.outcome = outcome;
    }

    @Override
    public void progressed(Progress progress) {
      if (isNewest(number)) {
        outcome.progressed(progress);
      }
    }

    @Override
    public void succeeded(T value) {
      if (isNewest(number)) {
        outcome.succeeded(value);
      }
    }

    @Override
    public void failed(Throwable thrown) {
      if (isNewest(number)) {
        outcome.failed(thrown);
      }
    }
  }
}
