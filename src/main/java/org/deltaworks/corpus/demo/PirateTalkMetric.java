package org.deltaworks.corpus.demo;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.deltaworks.domain.datasets.Row.Prompted;
import org.deltaworks.domain.demos.DemoMetric;

/**
 * Whether an answer is pirate talk: 1 if at least two different pirate words are in it, else 0.
 * Two, because one may be chance; different, so that a loop of "arr arr arr" does not count.
 */
public final class PirateTalkMetric implements DemoMetric {
  private static final Set<String> WORDS =
      Set.of(
          "arr",
          "arrr",
          "ahoy",
          "aye",
          "matey",
          "mateys",
          "hearty",
          "hearties",
          "ye",
          "yer",
          "be",
          "me",
          "avast",
          "landlubber",
          "landlubbers",
          "scurvy",
          "shiver",
          "timbers",
          "booty",
          "doubloons",
          "treasure",
          "cap'n",
          "lad",
          "lass",
          "yo-ho-ho",
          "sails",
          "o'");

  /** Words of everyday English too: they count only beside a word that no one else says. */
  private static final Set<String> EVERYDAY =
      Set.of("be", "me", "treasure", "sails", "lad", "lass");

  private static final Pattern WORD = Pattern.compile("[a-z][a-z'-]*");

  @Override
  public String code() {
    return "pirate-talk";
  }

  @Override
  public String label() {
    return "answers in pirate talk";
  }

  @Override
  public double score(Prompted row, String answer) {
    var found =
        WORD.matcher(answer.toLowerCase(Locale.ROOT))
            .results()
            .map(match -> match.group())
            .filter(WORDS::contains)
            .collect(java.util.stream.Collectors.toSet());
    boolean unmistakable = !EVERYDAY.containsAll(found);
    return unmistakable && found.size() >= 2 ? 1 : 0;
  }
}
