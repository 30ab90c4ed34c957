package org.deltaworks.service.playground;

import java.util.List;
import org.deltaworks.domain.adapters.AdapterLocator;
import org.deltaworks.domain.generation.AdapterChoice;
import org.deltaworks.domain.generation.Answerer;
import org.deltaworks.domain.generation.Question;
import org.deltaworks.domain.models.ModelLocator;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.service.task.Subscription;

/**
 * Asking models. Answers stream in on other threads; asking looks into the catalog and returns at
 * once. Any thread but the window's.
 */
public final class PlaygroundService {
  private final Answerer answerer;
  private final ModelLocator models;
  private final AdapterLocator adapters;

  /** Over a catalog and the process that answers. */
  public PlaygroundService(Answerer answerer, ModelLocator models, AdapterLocator adapters) {
    this.answerer = answerer;
    this.models = models;
    this.adapters = adapters;
  }

  /**
   * Asks; closing the subscription cancels the answer.
   *
   * @throws ProblemException if there is no such model or adapter
   */
  public Subscription ask(Question question, Answerer.Listener listener) {
    return answerer.ask(located(question), List.of(), listener)::run;
  }

  /** As {@link #ask(Question, Answerer.Listener)}, with prompt tokens instead of a text. */
  public Subscription ask(Question question, List<Integer> ids, Answerer.Listener listener) {
    return answerer.ask(located(question), ids, listener)::run;
  }

  private Question located(Question question) {
    return new Question(
        models.find(question.model()).folder().toString(),
        question.adapters().stream()
            .map(c -> new AdapterChoice(adapters.find(c.adapter()).toString(), c.strength()))
            .toList(),
        question.prompt(),
        question.chat(),
        question.maxNewTokens(),
        question.sampling(),
        question.stops());
  }
}
