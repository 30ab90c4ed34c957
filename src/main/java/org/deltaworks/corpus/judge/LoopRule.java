package org.deltaworks.corpus.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * No sentence of four words or more twice in a row or three times in all, no three words or more
 * said twice in a row, no word three times in a row.
 */
final class LoopRule implements StoryRule {
  private static final int SENTENCE = 4;
  private static final int RUN = 3;

  @Override
  public List<Finding> check(Story story) {
    List<Finding> findings = new ArrayList<>();
    Map<List<String>, Integer> counts = new HashMap<>();
    List<String> before = List.of();
    for (Story.Sentence sentence : story.sentences()) {
      List<String> words = sentence.words();
      if (words.size() >= SENTENCE) {
        boolean again = words.equals(before) || counts.merge(words, 1, Integer::sum) == 3;
        if (again) {
          findings.add(new Finding(Rule.LOOP, String.join(" ", words)));
        }
      }
      before = words;
      String run = run(words);
      if (!run.isEmpty()) {
        findings.add(new Finding(Rule.LOOP, run));
      }
    }
    return findings;
  }

  /** The first run of words that is said twice in a row; empty if there is none. */
  private static String run(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (i + 2 < words.size()
          && words.get(i).equals(words.get(i + 1))
          && words.get(i).equals(words.get(i + 2))) {
        return words.get(i) + " " + words.get(i) + " " + words.get(i);
      }
      for (int n = RUN; i + 2 * n <= words.size(); n++) {
        List<String> first = words.subList(i, i + n);
        if (first.equals(words.subList(i + n, i + 2 * n))) {
          return String.join(" ", first) + " " + String.join(" ", first);
        }
      }
    }
    return "";
  }
}
