package org.deltaworks.ui.desk;

import java.util.ArrayList;
import java.util.List;
import org.deltaworks.domain.generation.Answer;
import org.deltaworks.domain.generation.Answerer;
import org.deltaworks.domain.generation.Question;
import org.deltaworks.domain.problem.Problem;

/**
 * Stands for the process that answers, which a test of a view model does not start: says what the
 * test tells it to, when the test tells it to.
 */
public final class ScriptedAnswerer implements Answerer {
  /** Questions under way or done, oldest first. */
  public final List<Asked> asked = new ArrayList<>();

  /** A question and who hears the answer. */
  public static final class Asked {
    public final Question question;
    public final Listener listener;
    public boolean cancelled;

    Asked(Question question, Listener listener) {
      this.question = question;
      this.listener = listener;
    }

    /** Says it piece by piece and ends. */
    public void answer(String... pieces) {
      for (String piece : pieces) {
        listener.piece(piece);
      }
      listener.answered(
          new Answer(List.of(1, 2), String.join("", pieces), Answer.Stop.END_OF_SEQUENCE, 42));
    }

    /** Fails. */
    public void fail(String message) {
      listener.failed(Problem.of(Problem.Kind.WORKER_DIED, message, "Ask again."));
    }
  }

  @Override
  public Runnable ask(Question question, List<Integer> ids, Listener listener) {
    Asked one = new Asked(question, listener);
    asked.add(one);
    return () -> one.cancelled = true;
  }

  @Override
  public void close() {}
}
