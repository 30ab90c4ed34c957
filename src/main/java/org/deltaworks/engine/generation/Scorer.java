package org.deltaworks.engine.generation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.engine.nn.Adaptation;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.MicroBatch;
import org.deltaworks.engine.nn.TokenIds;

/** What a model thinks of given tokens. */
public final class Scorer {
  private final Decoder decoder;

  /** Scores with this decoder. */
  public Scorer(Decoder decoder) {
    this.decoder = decoder;
  }

  /**
   * A candidate for the next token.
   *
   * @param id its id
   * @param logit its logit
   */
  public record Candidate(int id, float logit) {}

  /**
   * A score.
   *
   * @param logProbabilities natural logarithm of the probability of each token after the first
   * @param top the likeliest next tokens, best first
   */
  public record Score(List<Double> logProbabilities, List<Candidate> top) {
    public Score {
      logProbabilities = List.copyOf(logProbabilities);
      top = List.copyOf(top);
    }
  }

  /**
   * Scores tokens.
   *
   * @param ids at least one
   * @param best how many next tokens to name
   */
  public Score score(int[] ids, int best, Adaptation adaptation) {
    if (ids.length == 0) {
      throw Problem.of(
              Problem.Kind.WRONG_USAGE, "There is nothing to score.", "Give a text or token ids.")
          .asException();
    }
    TokenIds.check(ids, decoder.spec(), "The text");
    MicroBatch batch = MicroBatch.packed(List.of(new TokenizedRow(ids, ids.clone())));
    try (NDManager scope = decoder.work().scope().newSubManager()) {
      NDArray x = decoder.hidden(scope, batch, adaptation);
      return decoder.work().torch().withoutGradients(() -> score(scope, x, batch, best));
    }
  }

  private Score score(NDManager scope, NDArray x, MicroBatch batch, int best) {
    float[] costs = new float[0];
    if (batch.labels() > 0) {
      costs =
          decoder
              .likelihood(scope, x, scope.create(batch.at()), scope.create(batch.targets()))
              .toFloatArray();
    }
    float[] logits =
        decoder.logits(scope, x, scope.create(new long[] {batch.size() - 1})).toFloatArray();
    float[] each = costs;
    return new Score(
        IntStream.range(0, each.length).mapToObj(i -> -(double) each[i]).toList(),
        IntStream.range(0, logits.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -logits[i]))
            .limit(best)
            .map(i -> new Candidate(i, logits[i]))
            .toList());
  }
}
