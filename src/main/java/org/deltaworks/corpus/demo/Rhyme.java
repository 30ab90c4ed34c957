package org.deltaworks.corpus.demo;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether two lines rhyme, by a rule that a person can check with a pencil. The ending of a word is
 * its last group of vowels (y counts, but not at the start of a word) with everything behind it; a
 * silent e at the end of a word counts as part of what stands before it ({@code lake}: {@code
 * ake}). Two lines rhyme if their last words differ and have the same ending. An ending of a single
 * letter counts only in words of one vowel group ({@code sky}, {@code fly}; but not {@code happy},
 * {@code funny}).
 *
 * <p>The rule knows letters, not sounds: it misses {@code sky} and {@code high}, and takes {@code
 * love} and {@code move}.
 */
final class Rhyme {
  private static final Pattern WORD = Pattern.compile("[a-z]+(?:['-][a-z]+)*");
  private static final Pattern ENDING =
      Pattern.compile("(?!^y)[aeiouy]+[^aeiouy]+e$|(?!^y)[aeiouy]+[^aeiouy]*$");
  private static final Pattern VOWELS = Pattern.compile("(?!^y)[aeiouy]+");

  private Rhyme() {}

  /** Whether these lines rhyme. */
  static boolean rhymes(String first, String second) {
    String a = lastWord(first);
    String b = lastWord(second);
    String end = ending(a);
    if (a.isEmpty() || a.equals(b) || end.isEmpty() || !end.equals(ending(b))) {
      return false;
    }
    return end.length() > 1 || (groups(a) == 1 && groups(b) == 1);
  }

  /** The last word of a line in small letters; empty if it has none. */
  static String lastWord(String line) {
    Matcher words = WORD.matcher(line.toLowerCase(Locale.ROOT));
    String last = "";
    while (words.find()) {
      last = words.group();
    }
    return last;
  }

  static String ending(String word) {
    Matcher ending = ENDING.matcher(word);
    return ending.find() ? ending.group() : "";
  }

  private static long groups(String word) {
    return VOWELS.matcher(word).results().count();
  }
}
