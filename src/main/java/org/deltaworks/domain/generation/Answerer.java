package org.deltaworks.domain.generation;

import org.deltaworks.domain.problem.Problem;

/** Port to the process that answers; it is kept warm between questions. */
public interface Answerer extends AutoCloseable {
  /**
   * Asks and returns at once; several questions may be under way.
   *
   * @return cancels the answer when called; the listener then hears an answer that was cancelled
   */
  Runnable ask(Question question, Listener listener);

  /** Ends the process. */
  @Override
  void close();

  /** Who hears an answer; called on threads of the port, never on the window's. */
  interface Listener {
    /** The next piece of text. */
    void piece(String text);

    /** The answer is complete. */
    void answered(Answer answer);

    /** There will be no answer. */
    void failed(Problem problem);
  }
}
