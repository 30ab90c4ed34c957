package org.deltaworks.domain.generation;

import java.util.List;

/**
 * Something a person asks a model.
 *
 * @param model catalog name or folder
 * @param adapters adapters on top of it, none for the base alone
 * @param prompt the text
 * @param chat whether the text goes through the model's chat template, as a user's message
 * @param maxNewTokens most tokens to answer
 * @param sampling how each next token is chosen
 * @param stops texts that end the answer, which are not part of it; none may be empty
 */
public record Question(
    String model,
    List<AdapterChoice> adapters,
    String prompt,
    boolean chat,
    int maxNewTokens,
    Sampling sampling,
    List<String> stops) {
  public Question {
    adapters = List.copyOf(adapters);
    stops = List.copyOf(stops);
  }

  /** A question whose answer ends where the model ends it. */
  public Question(
      String model,
      List<AdapterChoice> adapters,
      String prompt,
      boolean chat,
      int maxNewTokens,
      Sampling sampling) {
    this(model, adapters, prompt, chat, maxNewTokens, sampling, List.of());
  }

  /** The same question to the base alone. */
  public Question toBase() {
    return new Question(model, List.of(), prompt, chat, maxNewTokens, sampling, stops);
  }
}
