package org.deltaworks.corpus.demo;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.grammar.WordLists;
import org.deltaworks.domain.datasets.Row.Prompted;

/** A topic, and two lines about it that rhyme. */
final class PoetRows implements DemoRows {
  private final DemoWords words = new DemoWords("poet");
  private final Parted<String> topics = Parted.of(words.words("topics"));
  private final List<String> adjectives = words.words("adjectives");
  private final List<String> families =
      words.headings().stream()
          .filter(h -> !h.equals("topics") && !h.equals("adjectives"))
          .toList();

  @Override
  public Prompted row(Dice dice, Part part) {
    String noun = dice.pick(topics.of(part));
    String topic = dice.chance(0.25) ? noun : dice.pick(adjectives) + " " + noun;
    List<String> family = words.lines(dice.pick(families));
    String first = dice.pick(phrases(family.getFirst()));
    // Two lines that end on the same word are no rhyme.
    List<String> fitting =
        phrases(family.getLast()).stream()
            .filter(line -> !Rhyme.lastWord(line).equals(Rhyme.lastWord(first)))
            .toList();
    String second = dice.pick(fitting);
    return new Prompted(
        "Topic: " + topic, Spelling.capital(first).replace("{t}", topic) + ",\n" + second + ".");
  }

  @Override
  public Set<String> keptApart() {
    return new TreeSet<>(topics.heldOut());
  }

  private static List<String> phrases(String line) {
    return WordLists.phrases(line);
  }
}
