package org.deltaworks.corpus.exam;

import java.util.Locale;

/**
 * When an answer in a person's own words is the expected one: both are the same but for case, marks
 * and articles, or the answer is one sentence that holds the expected words in one piece.
 */
final class ShortAnswer {
  /** Longer ones may have copied the text instead of answering. */
  private static final int MOST_WORDS = 14;

  private final String key;
  private final String sentence;

  /**
   * Expects these words.
   *
   * @param brief as few words as possible: in the red box
   * @param full the same as a sentence
   */
  ShortAnswer(String brief, String full) {
    this.key = bare(brief);
    this.sentence = bare(full);
  }

  /** Whether the first line of this answer is right. */
  boolean fits(String answer) {
    String said = bare(answer.strip().split("\n", 2)[0]);
    if (said.equals(key) || said.equals(sentence)) {
      return true;
    }
    boolean brief = said.split(" ").length <= MOST_WORDS;
    return brief && !key.isEmpty() && (" " + said + " ").contains(" " + key + " ");
  }

  /** Small letters, no marks, no articles, no preposition or he in front. */
  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replace("'s", " 's")
        .replaceAll("[^a-z0-9' -]", " ")
        .replaceAll("\\b(a|an|the|his|her)\\b", " ")
        .replaceAll("\\s+", " ")
        .strip()
        .replaceFirst("^(in|on|at|to|by|from|he|she|because) ", "");
  }
}
