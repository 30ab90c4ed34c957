package org.deltaworks.corpus.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Behind did, can, to the bare verb; behind have its participle. */
final class VerbFormRule implements StoryRule {
  private static final Set<String> PRONOUNS = Set.of("i", "you", "he", "she", "it", "we", "they");
  private static final Set<String> ASKS = Set.of("did", "does", "do", "didn't", "doesn't", "don't");
  private static final Set<String> PAST_BE = Set.of("was", "were", "had", "is", "has");
  private static final Set<String> NOUN_BEFORE =
      Set.of("a", "an", "the", "watering", "tin", "oil", "his", "her", "free", "good", "milk");

  private final Lexicon lexicon;

  VerbFormRule(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  @Override
  public List<Finding> check(Story story) {
    List<Finding> findings = new ArrayList<>();
    for (Story.Sentence s : story.sentences()) {
      for (int i = 0; i < s.size(); i++) {
        if (modal(s, i) || to(s, i) || perfect(s, i)) {
          findings.add(new Finding(Rule.AGREEMENT, s.around(i)));
        }
      }
    }
    return findings;
  }

  private boolean modal(Story.Sentence s, int i) {
    String modal = s.low(i);
    if (!Lexicon.MODALS.contains(modal)
        || s.at(i).equals("May")
        || NOUN_BEFORE.contains(s.low(i - 1))) {
      return false;
    }
    int next = i + 1;
    boolean asks = PRONOUNS.contains(s.low(next)) || lexicon.name(s.at(next));
    if (asks && (i == 0 || s.low(i - 1).matches("\"|“|why|how|what|when|where|,"))) {
      next++;
    } else if (asks) {
      return false;
    }
    if (!asks && s.at(i).equals("Will")) {
      return false; // The man of that name.
    }
    next += lexicon.between(s.low(next)) ? 1 : 0;
    String verb = s.low(next);
    boolean negative = modal.endsWith("n't") || s.low(i + 1).equals("not");
    boolean strict = asks || negative || !ASKS.contains(modal);
    boolean be = PAST_BE.contains(verb) && (asks || negative);
    return be || strict && (lexicon.past(verb) || lexicon.third(verb));
  }

  private boolean to(Story.Sentence s, int i) {
    return s.low(i).equals("to") && (lexicon.oddPast(s.low(i + 1)) || isWas(s.low(i + 1)));
  }

  private static boolean isWas(String word) {
    return word.equals("was") || word.equals("were") || word.equals("had");
  }

  private boolean perfect(Story.Sentence s, int i) {
    String have = s.low(i);
    return (have.equals("had") || have.equals("has") || have.equals("have"))
        && lexicon.oddPast(s.low(lexicon.between(s.low(i + 1)) ? i + 2 : i + 1));
  }
}
