package org.deltaworks.corpus.polder;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One row of a training file.
 *
 * @param ids tokens
 * @param labels the same tokens where they are to be learnt, {@link #IGNORED} where they are not
 */
record TokenRow(int[] ids, int[] labels) {
  /** Label of a token that is only read. */
  static final int IGNORED = -100;

  /** A row of which everything is learnt. */
  static TokenRow of(int[] ids) {
    return new TokenRow(ids, ids);
  }

  /** A line of JSON as {@code deltaworks train} reads it. */
  String json() {
    return "{\"input_ids\":[" + list(ids) + "],\"labels\":[" + list(labels) + "]}\n";
  }

  private static String list(int[] numbers) {
    return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(","));
  }

  /** Puts a row together. */
  static final class Builder {
    private int[] ids = new int[1024];
    private int[] labels = new int[1024];
    private int length;

    /** Tokens so far. */
    int length() {
      return length;
    }

    /** Adds tokens that are learnt. */
    void say(List<Integer> tokens) {
      tokens.forEach(token -> add(token, token));
    }

    /** Adds tokens that are only read. */
    void show(List<Integer> tokens) {
      tokens.forEach(token -> add(token, IGNORED));
    }

    private void add(int id, int label) {
      if (length == ids.length) {
        ids = Arrays.copyOf(ids, 2 * length);
        labels = Arrays.copyOf(labels, 2 * length);
      }
      ids[length] = id;
      labels[length++] = label;
    }

    /** The first tokens, fewer if there are not so many. */
    TokenRow first(int most) {
      int count = Math.min(most, length);
      return new TokenRow(Arrays.copyOf(ids, count), Arrays.copyOf(labels, count));
    }
  }
}
