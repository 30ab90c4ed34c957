package org.deltaworks.domain.generation;

import java.util.List;
import org.deltaworks.domain.problem.Problem;

/** Port to the process that answers; it is kept warm between questions. */
public interface Answerer extends AutoCloseable {
  /**
   * Asks and returns at once; several questions may be under way.
   *
   * @param question model and adapters named by folders
   * @param ids prompt tokens to use as given instead of the question's text; empty for the text
   * @return cancels the answer when called; the listener then hears an answer that was cancelled
   */
  Runnable ask(Question question, List<Integer> ids, Listener listener);

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
