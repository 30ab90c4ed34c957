package org.deltaworks.domain.datasets;

/**
 * One row as the engine takes it.
 *
 * @param ids token ids
 * @param labels as long as {@code ids}, not shifted: {@code labels[i]} is {@code ids[i]} where the
 *     token carries loss and {@link #NO_LOSS} elsewhere; the first position never carries loss, as
 *     in transformers
 */
public record TokenizedRow(int[] ids, int[] labels) {
  /** Label of a token that carries no loss. */
  public static final int NO_LOSS = -100;

  public TokenizedRow {
    if (ids.length != labels.length) {
      throw new IllegalArgumentException("as many labels as ids");
    }
  }

  /** How many tokens carry loss: labels after the first position that are not {@link #NO_LOSS}. */
  public int labelTokens() {
    int count = 0;
    for (int i = 1; i < labels.length; i++) {
      if (labels[i] != NO_LOSS) {
        count++;
      }
    }
    return count;
  }

  /** Number of tokens. */
  public int length() {
    return ids.length;
  }
}
