package org.deltaworks.domain.evaluation;

/**
 * How well a model foretells a data file.
 *
 * @param meanLoss mean negative log-likelihood of a label token
 * @param labelTokens how many there were
 * @param rows rows read
 */
public record Evaluation(double meanLoss, long labelTokens, int rows) {
  /** {@code exp(meanLoss)}: among how many equally likely tokens the model hesitates. */
  public double perplexity() {
    return Math.exp(meanLoss);
  }
}
