package org.deltaworks.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.engine.nn.Adaptation;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.MicroBatch;

/** Mean negative log-likelihood per label token over rows, with no gradient. */
public final class Evaluation {
  private final Decoder decoder;

  /** Evaluates with this decoder. */
  public Evaluation(Decoder decoder) {
    this.decoder = decoder;
  }

  /**
   * What rows cost a model.
   *
   * @param meanNll per label token
   * @param labelTokens how many
   */
  public record Result(double meanNll, long labelTokens) {
    /** e to the mean. */
    public double perplexity() {
      return Math.exp(meanNll);
    }
  }

  /**
   * Evaluates rows.
   *
   * @param rows at least one label token in all
   * @param batchRows rows computed at a time
   */
  public Result of(List<TokenizedRow> rows, int batchRows, Adaptation adaptation) {
    double sum = 0;
    long labels = 0;
    for (int i = 0; i < rows.size(); i += batchRows) {
      List<TokenizedRow> some =
          new ArrayList<>(rows.subList(i, Math.min(rows.size(), i + batchRows)));
      some.removeIf(row -> row.labelTokens() == 0);
      if (!some.isEmpty()) {
        MicroBatch batch = MicroBatch.packed(some);
        sum += sum(batch, adaptation);
        labels += batch.labels();
      }
    }
    return new Result(sum / labels, labels);
  }

  private double sum(MicroBatch batch, Adaptation adaptation) {
    double sum = 0;
    for (float nll : likelihoods(batch, adaptation)) {
      sum += nll;
    }
    return sum;
  }

  /** Negative log-likelihood of each target of a batch, in the batch's order. */
  public float[] likelihoods(MicroBatch batch, Adaptation adaptation) {
    try (NDManager scope = decoder.work().scope().newSubManager()) {
      NDArray x = decoder.hidden(scope, batch, adaptation);
      return decoder
          .work()
          .torch()
          .withoutGradients(
              () ->
                  decoder
                      .likelihood(scope, x, scope.create(batch.at()), scope.create(batch.targets()))
                      .toFloatArray());
    }
  }
}
