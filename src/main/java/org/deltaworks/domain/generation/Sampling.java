package org.deltaworks.domain.generation;

/**
 * How the next token is chosen. With {@code temperature} 0 always the likeliest (greedy); otherwise
 * in the order of transformers: repetition penalty, temperature, top-k, top-p, then a seeded draw.
 *
 * @param temperature 0 for greedy, else above 0
 * @param topP share of probability kept, 1 for all
 * @param topK number of tokens kept, 0 for all
 * @param repetitionPenalty 1 for none (arXiv 1909.05858)
 * @param seed seed of the draws
 */
public record Sampling(
    double temperature, double topP, int topK, double repetitionPenalty, long seed) {
  /** The likeliest token, always. */
  public static final Sampling GREEDY = new Sampling(0, 1, 0, 1, 0);

  public Sampling {
    if (!(temperature >= 0) || !(topP > 0 && topP <= 1) || topK < 0 || !(repetitionPenalty > 0)) {
      throw new IllegalArgumentException("sampling settings out of range");
    }
  }
}
