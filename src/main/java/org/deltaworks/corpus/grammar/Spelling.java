package org.deltaworks.corpus.grammar;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How words change their letters, how sentences begin and end, which article a word takes. */
public final class Spelling {
  private static final Pattern SPACES = Pattern.compile(" {2,}");

  private static final Set<String> AN_DESPITE_CONSONANT = Set.of("hour", "honest", "heir");
  private static final Set<String> A_DESPITE_VOWEL =
      Set.of("useful", "useless", "unicorn", "university", "used", "one", "usual", "european");
  private static final String[] SMALL = {
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen"
  };
  private static final String[] TENS = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
  };

  private Spelling() {}

  static boolean vowel(char c) {
    return "aeiou".indexOf(c) >= 0;
  }

  /** The word with its indefinite article: an owl, a useful bag. */
  public static String withArticle(String phrase) {
    String first = phrase.toLowerCase(Locale.ROOT).split("[ -]", 2)[0];
    boolean an =
        AN_DESPITE_CONSONANT.contains(first)
            || (vowel(first.charAt(0)) && !A_DESPITE_VOWEL.contains(first));
    return (an ? "an " : "a ") + phrase;
  }

  /** Ending -s with its letters: tries, watches, runs. */
  static String withS(String word) {
    int last = word.length() - 1;
    if (word.endsWith("y") && last > 0 && !vowel(word.charAt(last - 1))) {
      return word.substring(0, last) + "ies";
    }
    boolean hissing =
        word.endsWith("s")
            || word.endsWith("x")
            || word.endsWith("z")
            || word.endsWith("ch")
            || word.endsWith("sh");
    return hissing ? word + "es" : word + "s";
  }

  /** Ending -ed with its letters: stopped, tried, baked, cooked. */
  static String withEd(String word) {
    int last = word.length() - 1;
    if (word.endsWith("e")) {
      return word + "d";
    }
    if (word.endsWith("y") && !vowel(word.charAt(last - 1))) {
      return word.substring(0, last) + "ied";
    }
    return (doubles(word) ? word + word.charAt(last) : word) + "ed";
  }

  /** Ending -ing with its letters: stopping, baking, seeing. */
  static String withIng(String word) {
    int last = word.length() - 1;
    if (word.endsWith("ie")) {
      return word.substring(0, last - 1) + "ying";
    }
    if (word.endsWith("e") && !word.endsWith("ee") && !word.endsWith("ye")) {
      return word.substring(0, last) + "ing";
    }
    return (doubles(word) ? word + word.charAt(last) : word) + "ing";
  }

  /** One short syllable ending consonant, vowel, consonant: the last letter doubles. */
  private static boolean doubles(String word) {
    int n = word.length();
    if (n < 3 || "wxy".indexOf(word.charAt(n - 1)) >= 0) {
      return false;
    }
    long vowels = word.chars().filter(c -> vowel((char) c)).count();
    boolean shortEnd =
        !vowel(word.charAt(n - 1)) && vowel(word.charAt(n - 2)) && !vowel(word.charAt(n - 3));
    boolean quLike = word.startsWith("qu") && vowels == 2 && shortEnd;
    return quLike || (vowels == 1 && shortEnd);
  }

  /** With a capital first letter, also behind an opening quote. */
  public static String capital(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        return text.substring(0, i) + Character.toUpperCase(text.charAt(i)) + text.substring(i + 1);
      }
    }
    return text;
  }

  /** A sentence: capital first letter, one space between words, an end mark. */
  public static String sentence(String text) {
    String single = SPACES.matcher(text.strip()).replaceAll(" ");
    String clean = capital(single.replace(" ,", ","));
    return ended(clean) ? clean : clean + ".";
  }

  /** Whether an end mark closes it, alone or before a closing quote. */
  private static boolean ended(String text) {
    int last = text.length() - (text.endsWith("\"") ? 2 : 1);
    return last >= 0 && ".!?".indexOf(text.charAt(last)) >= 0;
  }

  /** Words joined as English joins them: a, b and c. */
  public static String list(java.util.List<String> words, String joiner) {
    int n = words.size();
    return n < 2
        ? String.join("", words)
        : String.join(", ", words.subList(0, n - 1)) + " " + joiner + " " + words.get(n - 1);
  }

  /** A number from 0 to 100 in words: forty-two. */
  public static String number(int value) {
    if (value < 0 || value > 100) {
      throw new IllegalArgumentException("0 to 100, not " + value);
    }
    if (value == 100) {
      return "one hundred";
    }
    return value < 20
        ? SMALL[value]
        : TENS[value / 10] + (value % 10 == 0 ? "" : "-" + SMALL[value % 10]);
  }
}
