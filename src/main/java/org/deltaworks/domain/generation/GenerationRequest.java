package org.deltaworks.domain.generation;

import java.util.List;

/**
 * A question to a model.
 *
 * @param ids prompt tokens, used as given
 * @param maxNewTokens most tokens to add
 * @param sampling how the next token is chosen
 * @param stopIds tokens that end the answer, usually the end-of-sequence tokens
 * @param stopStrings texts that end the answer; they are not part of it
 */
public record GenerationRequest(
    List<Integer> ids,
    int maxNewTokens,
    Sampling sampling,
    List<Integer> stopIds,
    List<String> stopStrings) {
  public GenerationRequest {
    ids = List.copyOf(ids);
    stopIds = List.copyOf(stopIds);
    stopStrings = List.copyOf(stopStrings);
    if (maxNewTokens < 1) {
      throw new IllegalArgumentException("at least one new token");
    }
  }
}
