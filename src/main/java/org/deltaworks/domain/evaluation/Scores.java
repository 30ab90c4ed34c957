package org.deltaworks.domain.evaluation;

import java.util.List;

/**
 * How likely each token of a text was, in float32.
 *
 * @param ids the tokens
 * @param tokens what they stand for
 * @param logprobs natural logarithm of the probability of each token after the first
 * @param top the five best next tokens
 * @param cut how many tokens were left out because the model's context is shorter
 */
public record Scores(
    List<Integer> ids, List<String> tokens, List<Double> logprobs, List<Candidate> top, int cut) {
  public Scores {
    ids = List.copyOf(ids);
    tokens = List.copyOf(tokens);
    logprobs = List.copyOf(logprobs);
    top = List.copyOf(top);
  }

  /** A token that may come next. */
  public record Candidate(int id, String token, double logit) {}
}
