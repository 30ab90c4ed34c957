package org.deltaworks.corpus.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Deed;
import org.deltaworks.corpus.grammar.Noun;
import org.deltaworks.corpus.grammar.Person;
import org.deltaworks.corpus.grammar.WordLists;

/** Everything there is, read once from the word lists. Immutable. */
public final class World {
  private final Map<String, List<String>> people = WordLists.sections("people.txt");
  private final Map<String, List<String>> words = WordLists.sections("words.txt");
  // Split once: a document asks for dozens of lists, and splitting took most of its time.
  private final Map<String, List<String>> wordLists = split(words, WordLists::words);
  private final Map<String, List<String>> phraseLists = split(words, WordLists::phrases);
  private final Map<String, List<String>> peopleLists = split(people, WordLists::words);
  private final List<Animal> animals =
      WordLists.rows("animals.txt").stream().map(Animal::of).toList();
  private final List<Food> foods = WordLists.rows("foods.txt").stream().map(Food::of).toList();
  private final List<Thing> things = WordLists.rows("things.txt").stream().map(Thing::of).toList();
  private final List<Job> jobs = WordLists.rows("jobs.txt").stream().map(Job::of).toList();
  private final List<Place> places = WordLists.rows("places.txt").stream().map(Place::of).toList();
  private final List<Weather> weathers =
      WordLists.rows("weather.txt").stream().map(Weather::of).toList();
  private final List<Trouble> troubles =
      WordLists.rows("troubles.txt").stream().map(Trouble::of).toList();
  private final List<Wish> wishes = WordLists.rows("wishes.txt").stream().map(Wish::of).toList();
  private final List<Trait> traits =
      people.getOrDefault("traits", List.of()).stream()
          .map(line -> Trait.of(WordLists.fields(line)))
          .toList();
  private final List<Deed> hobbies =
      WordLists.phrases(line(people, "hobbies")).stream().map(Deed::of).toList();
  private final List<String> women = names("women");
  private final List<String> men = names("men");
  private final List<Feeling> happy = feelings("happy");
  private final List<Feeling> sad = feelings("sad");

  private List<String> names(String section) {
    return WordLists.words(people.getOrDefault(section, List.of("")).getFirst());
  }

  private List<Feeling> feelings(String section) {
    return phrases(section).stream().map(p -> Feeling.of(WordLists.fields(p))).toList();
  }

  /** Kinds of animals. */
  public List<Animal> animals() {
    return animals;
  }

  /** What one eats and drinks. */
  public List<Food> foods() {
    return foods;
  }

  /** What one owns. */
  public List<Thing> things() {
    return things;
  }

  /** Professions. */
  public List<Job> jobs() {
    return jobs;
  }

  /** Kinds of places. */
  public List<Place> places() {
    return places;
  }

  /** Kinds of weather. */
  public List<Weather> weathers() {
    return weathers;
  }

  /** What goes wrong. */
  public List<Trouble> troubles() {
    return troubles;
  }

  /** What people want. */
  public List<Wish> wishes() {
    return wishes;
  }

  /** Characters. */
  public List<Trait> traits() {
    return traits;
  }

  /** What people like to do. */
  public List<Deed> hobbies() {
    return hobbies;
  }

  /** First names that the pronoun she fits. */
  public List<String> women() {
    return women;
  }

  /** First names that the pronoun he fits. */
  public List<String> men() {
    return men;
  }

  /** Good feelings. */
  public List<Feeling> happy() {
    return happy;
  }

  /** Bad feelings. */
  public List<Feeling> sad() {
    return sad;
  }

  /** A comma list of {@code words.txt} by its heading. */
  public List<String> words(String section) {
    return list(wordLists, section);
  }

  /** A semicolon list of {@code words.txt} by its heading. */
  public List<String> phrases(String section) {
    return list(phraseLists, section);
  }

  /** A comma list of {@code people.txt}: pets, surnames, towns, family. */
  public List<String> people(String section) {
    return list(peopleLists, section);
  }

  private static Map<String, List<String>> split(
      Map<String, List<String>> sections, Function<String, List<String>> splitter) {
    Map<String, List<String>> lists = new HashMap<>();
    sections.forEach(
        (section, lines) -> {
          if (!lines.isEmpty()) {
            lists.put(section, splitter.apply(lines.getFirst()));
          }
        });
    return Map.copyOf(lists);
  }

  private static List<String> list(Map<String, List<String>> lists, String section) {
    List<String> list = lists.get(section);
    if (list == null) {
      throw new IllegalArgumentException("no word list " + section);
    }
    return list;
  }

  private static String line(Map<String, List<String>> lists, String section) {
    List<String> lines = lists.get(section);
    if (lines == null || lines.isEmpty()) {
      throw new IllegalArgumentException("no word list " + section);
    }
    return lines.getFirst();
  }

  /** Somebody new. */
  public Someone someone(Dice dice) {
    return someone(dice, dice.any(Person.SHE, Person.HE));
  }

  /** Somebody new of this sex. */
  public Someone someone(Dice dice, Person person) {
    int age = dice.chance(0.5) ? dice.between(6, 14) : dice.between(19, 82);
    return new Someone(
        dice.pick(person == Person.SHE ? women : men),
        person,
        age,
        dice.pick(jobs),
        dice.pick(traits),
        dice.pick(hobbies),
        dice.pick(people("towns")),
        dice.pick(words("hair")),
        dice.pick(words("eye colours")));
  }

  /** A noun of one of our lists of {@code words.txt}. */
  public Noun noun(Dice dice, String section) {
    return Noun.of(dice.pick(words(section)));
  }
}
