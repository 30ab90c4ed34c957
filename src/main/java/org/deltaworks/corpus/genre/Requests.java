package org.deltaworks.corpus.genre;

import java.util.List;
import java.util.function.Function;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Person;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.world.Place;
import org.deltaworks.corpus.world.World;
import org.deltaworks.domain.datasets.Row.Turn;

/** What a user may want written: lists, rhymes, letters, descriptions. */
final class Requests {
  private record Kind(String name, Function<Dice, List<String>> all) {}

  private final Rhymes rhymes;
  private final Letters letters;
  private final List<Teller> portraits;
  private final List<Kind> kinds;

  Requests(World world) {
    this.rhymes = new Rhymes(world);
    this.letters = new Letters(world);
    this.portraits =
        List.of(new PersonPortraits(world), new AnimalPortraits(world), new PlacePortraits(world));
    this.kinds =
        List.of(
            new Kind("animals", d -> world.animals().stream().map(a -> a.noun().one()).toList()),
            new Kind("colours", d -> world.words("colours")),
            new Kind("things to eat", d -> world.foods().stream().map(f -> f.generally()).toList()),
            new Kind("jobs", d -> world.jobs().stream().map(j -> j.noun().singular()).toList()),
            new Kind("flowers", d -> world.words("flowers")),
            new Kind("trees", d -> world.words("trees")),
            new Kind("school subjects", d -> world.words("subjects")),
            new Kind("months", d -> world.words("months")),
            new Kind("parts of the body", d -> world.words("body")),
            new Kind("materials", d -> world.words("materials")),
            new Kind("names for a girl", d -> world.people("women")),
            new Kind("names for a boy", d -> world.people("men")),
            new Kind("feelings", d -> world.sad().stream().map(f -> f.adjective()).toList()),
            new Kind("things for a house", d -> things(world)),
            new Kind("places in a town", d -> places(world)),
            new Kind("things to do", d -> deeds(d, world)),
            new Kind("things to find", d -> found(d, world)));
  }

  private static List<String> things(World world) {
    return world.things().stream().map(t -> t.noun().one()).distinct().toList();
  }

  private static List<String> places(World world) {
    return world.places().stream().map(p -> "the " + p.noun().singular()).distinct().toList();
  }

  private static List<String> deeds(Dice dice, World world) {
    return world.places().stream().map(p -> dice.pick(p.deeds()).base(Person.YOU)).toList();
  }

  private static List<String> found(Dice dice, World world) {
    Place place = dice.pick(world.places());
    return place.things().stream().map(t -> t.one() + " " + place.there()).toList();
  }

  /** Some things of a kind, as bullets or in a sentence. */
  void list(Dice dice, List<Turn> turns) {
    Kind kind = dice.pick(kinds);
    List<String> items = dice.some(dice.between(3, 5), kind.all().apply(dice));
    String many = Spelling.number(items.size()) + " " + kind.name();
    boolean bullets = dice.chance(0.6);
    String ask =
        switch (dice.between(0, 5)) {
          case 0 -> "Name " + many + ".";
          case 1 -> "Tell me " + many + ".";
          case 2 -> "I need a list of " + many + ".";
          case 3 -> "Can you give me " + many + "?";
          case 4 -> "Write down " + many + ", please.";
          default -> "Make a list: " + many + ".";
        };
    String how = dice.any("Use bullets.", "Write one on each line.", "Write it as a list.");
    String line = dice.any("Write it in one sentence.", "One line is enough.", "No list, please.");
    turns.add(new Turn("user", ask + dice.maybe(0.5, " " + (bullets ? how : line))));
    turns.add(
        new Turn(
            "assistant",
            bullets
                ? String.join("\n", items.stream().map(i -> "- " + i).toList())
                : Spelling.sentence(Spelling.list(items, "and"))));
  }

  /** Two or four lines that rhyme about something. */
  void rhyme(Dice dice, List<Turn> turns) {
    Rhymes.Topic topic = rhymes.topic(dice);
    boolean four = dice.chance(0.4);
    String what =
        four
            ? dice.any("a poem", "a verse of four lines", "a little poem", "four lines")
            : dice.any("a rhyme", "two lines that rhyme", "a short rhyme", "a couplet");
    String about = " about the " + topic.name();
    String ask =
        dice.any(
            "Write " + what + about + ".",
            "Can you write " + what + about + "?",
            "I need " + what + about + ".",
            "Make " + what + about + ", please.");
    turns.add(new Turn("user", ask));
    turns.add(
        new Turn("assistant", four ? rhymes.verse(dice, topic) : rhymes.couplet(dice, topic)));
  }

  /** A letter to somebody. */
  void letter(Dice dice, List<Turn> turns) {
    String text = letters.tell(dice).text();
    String first = text.split("\n", 2)[0];
    String name = first.replaceFirst("^Dear ", "").replaceFirst(",$", "");
    boolean named = first.matches("Dear .*,");
    String to = named ? " to " + name : "";
    turns.add(
        new Turn(
            "user",
            dice.any("Write a letter", "Please write a short letter", "Help me with a letter")
                + to
                + "."));
    turns.add(new Turn("assistant", text));
  }

  /** A person, an animal or a place described. */
  void description(Dice dice, List<Turn> turns) {
    Tale tale = dice.pick(portraits).tell(dice);
    String title = tale.title().replaceFirst("^The ", "the ");
    turns.add(
        new Turn(
            "user",
            dice.any("Describe ", "Write a few sentences about ", "Write a text about ")
                + title
                + "."));
    turns.add(new Turn("assistant", tale.text()));
  }
}
