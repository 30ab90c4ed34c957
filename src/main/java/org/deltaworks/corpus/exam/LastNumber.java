package org.deltaworks.corpus.exam;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deltaworks.corpus.grammar.Spelling;

/**
 * An answer to a sum is right if the last number in it, in figures or words, is the expected one.
 */
final class LastNumber {
  private static final Pattern WORD = Pattern.compile("\\d+|one hundred|[a-z]+(-[a-z]+)?");
  private static final Map<String, Integer> WORDS = words();

  private final int expected;

  /** Expects the last number of this answer. */
  LastNumber(String answer) {
    this.expected =
        of(answer)
            .orElseThrow(() -> new IllegalArgumentException("there is no number in " + answer));
  }

  /** Whether this answer is right. */
  boolean fits(String answer) {
    OptionalInt said = of(answer);
    return said.isPresent() && said.getAsInt() == expected;
  }

  private static OptionalInt of(String text) {
    OptionalInt last = OptionalInt.empty();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      String word = matcher.group();
      if (Character.isDigit(word.charAt(0)) && word.length() < 9) {
        last = OptionalInt.of(Integer.parseInt(word));
      } else if (WORDS.containsKey(word)) {
        last = OptionalInt.of(WORDS.get(word));
      }
    }
    return last;
  }

  private static Map<String, Integer> words() {
    Map<String, Integer> words = new HashMap<>();
    for (int i = 0; i <= 100; i++) {
      words.put(Spelling.number(i), i);
    }
    return Map.copyOf(words);
  }
}
