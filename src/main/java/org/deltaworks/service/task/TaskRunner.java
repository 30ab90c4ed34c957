package org.deltaworks.service.task;

/** Runs work off the window's thread. */
public interface TaskRunner extends AutoCloseable {
  /**
   * Starts a piece of work.
   *
   * @param name what the thread is called, for people who look at a running program
   */
  <T> Task start(String name, Work<? extends T> work, Outcome<? super T> outcome);

  /** Cancels everything that still runs and waits a moment for it. */
  @Override
  void close();
}
