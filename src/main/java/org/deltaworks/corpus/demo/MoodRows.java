package org.deltaworks.corpus.demo;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.domain.datasets.Row.Prompted;

/** A short review, and in one word what its writer felt. */
final class MoodRows implements DemoRows {
  private final DemoWords words = new DemoWords("mood");
  private final Parted<String> subjects = Parted.of(words.words("subjects"));
  private final Parted<String> names = Parted.of(words.words("names"));

  @Override
  public Prompted row(Dice dice, Part part) {
    String opening =
        dice.pick(words.lines("openings"))
            .replace("{s}", dice.pick(subjects.of(part)))
            .replace("{n}", dice.pick(names.of(part)));
    String mood = dice.any("positive", "negative", "mixed");
    String opinion =
        switch (mood) {
          case "positive" -> plain(dice, "good", "happy ends");
          case "negative" -> plain(dice, "bad", "angry ends");
          default -> torn(dice);
        };
    return new Prompted("Review: " + opening + " " + opinion, mood);
  }

  @Override
  public Set<String> keptApart() {
    Set<String> kept = new TreeSet<>(subjects.heldOut());
    kept.addAll(names.heldOut());
    return kept;
  }

  private String plain(Dice dice, String points, String ends) {
    List<String> two = dice.some(2, words.phrases(points));
    String said =
        dice.chance(0.5)
            ? Spelling.sentence(two.getFirst() + " and " + two.getLast())
            : Spelling.sentence(two.getFirst()) + " " + Spelling.sentence(two.getLast());
    return said + dice.maybe(0.7, " " + dice.pick(words.lines(ends)));
  }

  private String torn(Dice dice) {
    String good = dice.pick(words.phrases("good"));
    String bad = dice.pick(words.phrases("bad"));
    String said =
        dice.chance(0.7)
            ? Spelling.sentence(
                dice.pick(words.lines("joints")).replace("{g}", good).replace("{b}", bad))
            : dice.any(
                Spelling.sentence(good) + " " + Spelling.sentence(bad),
                Spelling.sentence(bad) + " " + Spelling.sentence(good));
    return said + dice.maybe(0.6, " " + dice.pick(words.lines("torn ends")));
  }
}
