package org.deltaworks.ui.notice;

import org.deltaworks.domain.problem.Problem;

/** The one way to tell a person something and to ask. May be called from any thread. */
public interface Notices {
  /** A short sentence that goes away by itself. */
  void tell(String message);

  /** A short sentence with one thing to do about it. */
  void tell(String message, String actionLabel, Runnable action);

  /**
   * Tells that something was removed and offers for 10 seconds to take it back. The removal has
   * happened already.
   *
   * @param undo takes it back
   * @param afterwards makes it final when nobody took it back; called on the FX thread
   */
  void undoable(String message, Runnable undo, Runnable afterwards);

  /** What went wrong and what to do now; stays until it is closed. */
  void failed(Problem problem);

  /**
   * Something that threw: a {@link org.deltaworks.domain.problem.ProblemException} is told in its
   * own words, anything else as a defect with a short code and "copy details".
   */
  void failed(Throwable thrown);

  /** Asks; the rest of the window waits behind the question. */
  void ask(Question question);
}
