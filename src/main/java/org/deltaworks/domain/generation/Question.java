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
 */
public record Question(
    String model,
    List<AdapterChoice> adapters,
    String prompt,
    boolean chat,
    int maxNewTokens,
    Sampling sampling) {
  public Question {
    adapters = List.copyOf(adapters);
  }

  /** The same question to the base alone. */
  public Question toBase() {
    return new Question(model, List.of(), prompt, chat, maxNewTokens, sampling);
  }
}
