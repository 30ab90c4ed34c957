package org.deltaworks.corpus.exam;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Interpolated Kneser-Ney smoothing (Kneser and Ney 1995; Chen and Goodman 1998, section 2.7): the
 * best that counting alone can do, for comparison. One discount per order, estimated from how many
 * n-grams were seen once and twice. Probabilities of all tokens sum to 1 after every history.
 */
public final class NgramModel {
  private final int order;
  private final int vocabulary;
  private final List<LongCounts> grams = new ArrayList<>();
  private final List<LongCounts> totals = new ArrayList<>();
  private final List<LongCounts> kinds = new ArrayList<>();
  private final double[] discounts;
  private boolean counted;

  /**
   * Nothing counted yet.
   *
   * @param order tokens in the longest n-gram: 2 for a bigram model
   * @param vocabulary number of tokens
   */
  public NgramModel(int order, int vocabulary) {
    if (order < 1 || Math.pow(vocabulary + 1.0, order) > Long.MAX_VALUE) {
      throw new IllegalArgumentException(
          "n-grams of " + order + " tokens of " + vocabulary + " do not fit into 64 bits");
    }
    this.order = order;
    this.vocabulary = vocabulary;
    this.discounts = new double[order + 1];
    for (int n = 0; n <= order; n++) {
      grams.add(new LongCounts());
      totals.add(new LongCounts());
      kinds.add(new LongCounts());
    }
  }

  /** Counts a row of tokens; its beginning is a history of its own. */
  public void learn(int[] row) {
    counted = false;
    int[] padded = padded(row);
    for (int end = order; end <= padded.length - 1; end++) {
      add(order, padded, end);
    }
  }

  /** Below the longest n-grams, what counts is how many different tokens stood before. */
  private void add(int n, int[] row, int end) {
    long context = key(row, end - n + 1, end);
    boolean fresh = grams.get(n).increment(context * (vocabulary + 1L) + row[end]) == 1;
    totals.get(n).increment(context);
    if (fresh) {
      kinds.get(n).increment(context);
      if (n > 1) {
        add(n - 1, row, end);
      }
    }
  }

  /**
   * Sum of the negative log-likelihoods of a row's tokens, the first one aside, which no model
   * foretells.
   */
  public double cost(int[] row) {
    int[] padded = padded(row);
    double sum = 0;
    for (int end = order; end <= padded.length - 1; end++) {
      if (end > order) {
        sum -= Math.log(seen(padded, end));
      }
    }
    return sum;
  }

  /** Probability of the token at {@code end} of a row that begins with enough padding. */
  private double seen(int[] row, int end) {
    estimate();
    double p = 1.0 / vocabulary;
    for (int n = 1; n <= order; n++) {
      long context = key(row, end - n + 1, end);
      int total = totals.get(n).get(context);
      if (total == 0) {
        return p;
      }
      int count = grams.get(n).get(context * (vocabulary + 1L) + row[end]);
      double kept = Math.max(count - discounts[n], 0);
      p = (kept + discounts[n] * kinds.get(n).get(context) * p) / total;
    }
    return p;
  }

  /** Probability of a token after the beginning of a row; for tests. */
  double probability(int[] history, int token) {
    int[] row = Arrays.copyOf(history, history.length + 1);
    row[history.length] = token;
    int[] padded = padded(row);
    return seen(padded, padded.length - 1);
  }

  private void estimate() {
    if (counted) {
      return;
    }
    for (int n = 1; n <= order; n++) {
      double once = grams.get(n).having(1);
      double twice = grams.get(n).having(2);
      double share = once == 0 ? 0.5 : once / (once + 2 * twice);
      discounts[n] = Math.clamp(share, 0.05, 0.95);
    }
    counted = true;
  }

  /** The row behind {@code order} places of a token that is none. */
  private int[] padded(int[] row) {
    int[] padded = new int[order + row.length];
    Arrays.fill(padded, 0, order, vocabulary);
    System.arraycopy(row, 0, padded, order, row.length);
    return padded;
  }

  private long key(int[] row, int from, int to) {
    long key = 0;
    for (int i = from; i < to; i++) {
      key = key * (vocabulary + 1L) + row[i];
    }
    return key;
  }
}
