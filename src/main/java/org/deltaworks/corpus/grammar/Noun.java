package org.deltaworks.corpus.grammar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A noun, of one or more words.
 *
 * @param singular one of it
 * @param plural several; of uncountable nouns the same
 * @param countable whether it takes a and numbers
 */
public record Noun(String singular, String plural, boolean countable) {
  private static final Map<String, String> IRREGULAR = irregular();

  /** Reads {@code apple}, {@code bread~} (uncountable) or {@code scissors^} (always plural). */
  public static Noun of(String text) {
    if (text.endsWith("~") || text.endsWith("^")) {
      String word = text.substring(0, text.length() - 1);
      return new Noun(word, word, false);
    }
    int space = text.lastIndexOf(' ') + 1;
    String head = text.substring(space);
    String plural = IRREGULAR.getOrDefault(head, Spelling.withS(head));
    return new Noun(text, text.substring(0, space) + plural, true);
  }

  /** a loaf; bread. */
  public String one() {
    return countable ? Spelling.withArticle(singular) : singular;
  }

  /** one loaf, two loaves, in words up to a hundred. */
  public String counted(int number) {
    return Spelling.number(number) + " " + (number == 1 ? singular : plural);
  }

  private static Map<String, String> irregular() {
    Map<String, String> plurals = new HashMap<>();
    for (List<String> row : WordLists.rows("nouns.txt")) {
      String[] forms = row.getFirst().split(" ");
      plurals.put(forms[0], forms[1].equals("=") ? forms[0] : forms[1]);
    }
    return Map.copyOf(plurals);
  }
}
