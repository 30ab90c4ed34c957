package org.deltaworks.corpus.judge;

import java.util.List;
import org.deltaworks.corpus.world.World;

/**
 * Judges stories as a patient reader would: agreement of subject and verb, closed quotes, pronouns
 * that fit the person named, no loops. It knows the words of our world only and says nothing about
 * others, so that what it finds is nearly always a fault; what it misses stays unseen.
 */
public final class StoryJudge {
  private final List<StoryRule> rules;

  /** A judge who knows the words and names of this world. */
  public StoryJudge(World world) {
    Lexicon lexicon = new Lexicon(world);
    this.rules =
        List.of(
            new SubjectRule(lexicon),
            new VerbFormRule(lexicon),
            new QuoteRule(),
            new PronounRule(new Genders(world)),
            new LoopRule());
  }

  /** Every fault of a story; empty if it passes. Safe to call from several threads. */
  public List<Finding> judge(String story) {
    Story read = Story.of(story);
    return rules.stream().flatMap(rule -> rule.check(read).stream()).toList();
  }
}
