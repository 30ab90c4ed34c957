package org.deltaworks.corpus.genre;

import java.util.List;
import java.util.Map;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.grammar.WordLists;
import org.deltaworks.corpus.world.World;

/**
 * Short reviews of places, things, food and shows: good, bad, or both. The opinion is in what the
 * writer tells; the words positive, negative and mixed never appear.
 */
public final class Reviews implements Teller {
  /** What the writer thinks. */
  public enum Opinion {
    POSITIVE,
    NEGATIVE,
    MIXED
  }

  private static final List<String> KINDS = List.of("place", "place", "thing", "food", "show");

  private final World world;
  private final Slots slots;
  private final Map<String, List<String>> parts;

  /** Reviews of what there is in this world. */
  public Reviews(World world) {
    this.world = world;
    this.parts = WordLists.sections("opinions.txt");
    this.slots = new Slots(world);
    for (String kind : List.of("venue", "praise", "blame")) {
      slots.add(kind, WordLists.words(lines(kind).getFirst()));
    }
  }

  @Override
  public Tale tell(Dice dice) {
    return review(dice, dice.any(Opinion.values()));
  }

  /** A review of this opinion. */
  public Tale review(Dice dice, Opinion opinion) {
    Slots.Values values = slots.page(dice).values(Map.of("A", world.someone(dice)));
    String kind = dice.pick(KINDS);
    StringBuilder text = new StringBuilder(values.fill(dice.pick(lines("open " + kind))));
    List<String> good = fresh(dice, kind, "good ");
    List<String> bad = fresh(dice, kind, "bad ");
    int points = dice.between(1, 3);
    switch (opinion) {
      case POSITIVE -> good.stream().limit(points).forEach(p -> add(text, p));
      case NEGATIVE -> bad.stream().limit(points).forEach(p -> add(text, p));
      case MIXED -> {
        String join = dice.pick(lines("join"));
        add(text, join.replace("{x}", good.getFirst()).replace("{y}", bad.getFirst()));
        if (points > 1 && dice.chance(0.5)) {
          add(text, dice.pick(List.of(good.get(1), bad.get(1))));
        }
      }
    }
    if (dice.chance(0.75)) {
      add(text, values.fill(dice.pick(verdicts(opinion))));
    }
    String subject = subject(kind, values);
    return new Tale(
        Spelling.capital(
            dice.any("what I think of ", "my visit: ", "review of ", "about ") + subject),
        text.toString(),
        List.of(
            new Question(
                dice.any("What is the review about?", "What does the writer tell about?"),
                Spelling.sentence("it is about " + subject))));
  }

  private List<String> fresh(Dice dice, String kind, String side) {
    return dice.some(3, lines(side + kind)).stream()
        .map(line -> slots.page(dice).values(Map.of("A", world.someone(dice))).fill(line))
        .toList();
  }

  private List<String> verdicts(Opinion opinion) {
    String side =
        switch (opinion) {
          case POSITIVE -> "good";
          case NEGATIVE -> "bad";
          case MIXED -> "mixed";
        };
    return WordLists.phrases(lines("verdict " + side).getFirst());
  }

  private static String subject(String kind, Slots.Values values) {
    return switch (kind) {
      case "place" -> values.fill("{a venue}");
      case "thing" -> values.fill("{a thing}");
      case "food" -> values.fill("{dish}");
      default -> "a show";
    };
  }

  private static void add(StringBuilder text, String sentence) {
    StringBuilder whole = new StringBuilder();
    for (String part : Spelling.sentence(sentence).split("(?<=[.:!?]) ")) {
      boolean afterColon = whole.toString().endsWith(": ");
      whole.append(afterColon ? part : Spelling.capital(part)).append(' ');
    }
    text.append(' ').append(whole.toString().strip());
  }

  private List<String> lines(String section) {
    List<String> lines = parts.get(section);
    if (lines == null || lines.isEmpty()) {
      throw new IllegalStateException("opinions.txt has no section " + section);
    }
    return lines;
  }
}
