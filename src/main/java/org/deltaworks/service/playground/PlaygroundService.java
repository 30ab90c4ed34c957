package org.deltaworks.service.playground;

import org.deltaworks.domain.generation.Answerer;
import org.deltaworks.domain.generation.Question;
import org.deltaworks.service.task.Subscription;

/** Asking models. Answers stream in on other threads; asking returns at once. */
public final class PlaygroundService {
  private final Answerer answerer;

  /** Asks through this. */
  public PlaygroundService(Answerer answerer) {
    this.answerer = answerer;
  }

  /** Asks; closing the subscription cancels the answer. */
  public Subscription ask(Question question, Answerer.Listener listener) {
    return answerer.ask(question, listener)::run;
  }

  /** Asks the base and the base with its adapters, side by side; closing cancels both. */
  public Subscription compare(
      Question question, Answerer.Listener base, Answerer.Listener adapted) {
    Runnable first = answerer.ask(question.toBase(), base);
    Runnable second = answerer.ask(question, adapted);
    return () -> {
      first.run();
      second.run();
    };
  }
}
