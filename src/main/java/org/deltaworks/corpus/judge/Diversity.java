package org.deltaworks.corpus.judge;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How much a text repeats itself, as a share that is to be compared at the same amount of text. */
public final class Diversity {
  private Diversity() {}

  /**
   * Different runs of {@code n} words as a share of all runs, 0 to 1. Runs do not cross from one
   * text into the next. The share falls with the amount of text, so both sides of a comparison must
   * be measured at the same number of words.
   *
   * @param n words in a run, 1 or more
   * @param texts read in order until the words are spent
   * @param words how many words to read, marks not counted
   * @throws IllegalArgumentException if the texts have fewer words than asked for, because a share
   *     of less text would look too good
   */
  public static double distinct(int n, List<String> texts, int words) {
    Set<List<String>> different = new HashSet<>();
    int runs = 0;
    int left = words;
    for (String text : texts) {
      if (left == 0) {
        break;
      }
      List<String> all = words(text);
      List<String> read = all.subList(0, Math.min(left, all.size()));
      left -= read.size();
      for (int i = 0; i + n <= read.size(); i++) {
        different.add(List.copyOf(read.subList(i, i + n)));
        runs++;
      }
    }
    if (left > 0) {
      throw new IllegalArgumentException(
          "The texts have only "
              + (words - left)
              + " words where "
              + words
              + " were asked for. Compare at the smaller number.");
    }
    return runs == 0 ? 0 : different.size() / (double) runs;
  }

  /** The words of a text in small letters, marks left out. */
  public static List<String> words(String text) {
    return Story.of(text.toLowerCase(Locale.ROOT)).sentences().stream()
        .flatMap(s -> s.words().stream())
        .toList();
  }
}
