package org.deltaworks.corpus.genre;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.grammar.WordLists;
import org.deltaworks.corpus.world.World;

/**
 * Couplets and verses of four lines, and the table of rhymes they are made from. Line patterns end
 * with a word; a rhyme is two words of one line of {@code rhymes.txt}.
 */
public final class Rhymes {
  private record Line(char kind, String pattern) {}

  private record Word(char kind, String text) {}

  /** What a verse is about: an animal, a thing, or weather; its name without article. */
  public record Topic(String name, String kind) {}

  private final List<List<Word>> families;
  private final Map<String, List<Line>> lines = new HashMap<>();
  private final Map<String, Set<Integer>> familiesOf = new HashMap<>();
  private final List<Topic> topics;

  /** Rhymes about what there is in this world. */
  public Rhymes(World world) {
    this.families = families();
    WordLists.sections("verses.txt").forEach((name, all) -> lines.put(name, patterns(all)));
    this.topics = topics(world);
    for (int i = 0; i < families.size(); i++) {
      for (Word word : families.get(i)) {
        familiesOf.computeIfAbsent(last(word.text()), w -> new HashSet<>()).add(i);
      }
    }
  }

  private static List<List<Word>> families() {
    List<List<Word>> all = new ArrayList<>();
    for (String line : WordLists.sections("rhymes.txt").values().iterator().next()) {
      List<Word> family = new ArrayList<>();
      for (String group : WordLists.fields(line)) {
        for (String word : WordLists.words(group.substring(2))) {
          family.add(new Word(group.charAt(0), word));
        }
      }
      all.add(List.copyOf(family));
    }
    return List.copyOf(all);
  }

  private static List<Line> patterns(List<String> lines) {
    return lines.stream().map(line -> new Line(line.charAt(0), line.substring(2))).toList();
  }

  private static List<Topic> topics(World world) {
    List<Topic> all = new ArrayList<>();
    world.animals().forEach(a -> all.add(new Topic(a.noun().singular(), "animal")));
    world.things().stream()
        .filter(t -> t.noun().countable())
        .forEach(t -> all.add(new Topic(t.noun().singular(), "thing")));
    for (String weather :
        List.of("rain", "snow", "wind", "storm", "sun", "moon", "thunder", "fog", "rainbow")) {
      for (int i = 0; i < 4; i++) {
        all.add(new Topic(weather, "weather"));
      }
    }
    return List.copyOf(all);
  }

  /** Something to write a verse about. */
  public Topic topic(Dice dice) {
    return dice.pick(topics);
  }

  /** Everything that verses can be about, each once. */
  public List<Topic> topics() {
    return topics.stream().distinct().toList();
  }

  /** How many families of rhymes there are. */
  public int size() {
    return families.size();
  }

  /** Whether two lines end with different words that rhyme by the table. */
  public boolean rhyme(String first, String second) {
    String a = last(first);
    String b = last(second);
    return !a.equals(b)
        && familiesOf.getOrDefault(a, Set.of()).stream()
            .anyMatch(familiesOf.getOrDefault(b, Set.of())::contains);
  }

  private static String last(String line) {
    String bare = line.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z' -]", "").strip();
    return bare.substring(bare.lastIndexOf(' ') + 1);
  }

  /** Two lines that rhyme; the first names the topic. */
  public String couplet(Dice dice, Topic topic) {
    while (true) {
      List<Word> pair = dice.some(2, dice.pick(families));
      if (pair.size() < 2 || last(pair.get(0).text()).equals(last(pair.get(1).text()))) {
        continue;
      }
      List<Line> first = fitting("first " + topic.kind(), pair.get(0));
      List<Line> second = fitting("second", pair.get(1));
      return fill(dice.pick(first), topic, pair.get(0))
          + ",\n"
          + fill(dice.pick(second), topic, pair.get(1))
          + ".";
    }
  }

  /** Four lines, the first two and the last two rhyme. */
  public String verse(Dice dice, Topic topic) {
    String second = couplet(dice, topic);
    String first = couplet(dice, topic);
    for (int i = 0; i < 20 && start(first).equals(start(second)); i++) {
      second = couplet(dice, topic);
    }
    return first + "\n" + second;
  }

  private static String start(String couplet) {
    return couplet.substring(0, Math.min(12, couplet.length()));
  }

  private List<Line> fitting(String section, Word word) {
    List<Line> all = lines.get(section);
    if (all == null) {
      throw new IllegalStateException("no verses of kind " + section);
    }
    return all.stream().filter(line -> line.kind() == word.kind()).toList();
  }

  private static String fill(Line line, Topic topic, Word word) {
    String text = line.pattern().replace("{t}", topic.name());
    text = text.replaceFirst("^A (?=[aeiou])", "An ").replaceFirst("\\ba (?=[aeiou])", "an ");
    String before = text.substring(0, text.indexOf("{w}"));
    if (before.endsWith(" a ")) {
      before = before.substring(0, before.length() - 2);
      return Spelling.capital(before + Spelling.withArticle(word.text()));
    }
    return Spelling.capital(before + word.text() + text.substring(text.indexOf("{w}") + 3));
  }
}
