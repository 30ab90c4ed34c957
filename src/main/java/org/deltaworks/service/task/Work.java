package org.deltaworks.service.task;

import java.util.concurrent.CancellationException;

/**
 * Something to be done off the window's thread.
 *
 * @param <T> what comes out
 */
@FunctionalInterface
public interface Work<T> {
  /** Does it; a cancelled piece of work ends with {@link CancellationException} or interruption. */
  T run(Job job) throws Exception;

  /** What work may tell and must ask while it runs. */
  interface Job {
    /** Tells how far it is. */
    void report(Progress progress);

    /** Whether somebody asked to stop. */
    boolean cancelled();

    /** Ends the work here if somebody asked to. */
    default void check() {
      if (cancelled()) {
        throw new CancellationException();
      }
    }
  }
}
