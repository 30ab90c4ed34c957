package org.deltaworks.service.task;

/**
 * Who hears how a piece of work goes; exactly one of {@link #succeeded}, {@link #failed} and {@link
 * #cancelled} is called, last, on the thread of the work.
 *
 * @param <T> what comes out
 */
public interface Outcome<T> {
  /** It is so far. */
  default void progressed(Progress progress) {}

  /** It is done. */
  void succeeded(T value);

  /**
   * It failed.
   *
   * @param thrown a {@link org.deltaworks.domain.problem.ProblemException} for what a person can
   *     act on; anything else is a defect of ours
   */
  void failed(Throwable thrown);

  /** Somebody cancelled it, and it has ended. */
  default void cancelled() {}
}
