package org.deltaworks.corpus.genre;

import java.util.ArrayList;
import java.util.List;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Deed;
import org.deltaworks.corpus.grammar.Person;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.grammar.Tense;
import org.deltaworks.corpus.world.Animal;
import org.deltaworks.corpus.world.World;

/** What is true of a kind of animal, and questions about it that need no text. */
public final class AnimalPortraits implements Teller {
  private final World world;

  /** Animals of this world. */
  public AnimalPortraits(World world) {
    this.world = world;
  }

  @Override
  public Tale tell(Dice dice) {
    Animal animal = dice.pick(world.animals());
    Narrator n = new Narrator(dice, world);
    sentences(dice, animal).forEach(n::say);
    return n.tale(
        dice.any("the " + animal.noun().singular(), animal.noun().plural()),
        questions(dice, animal));
  }

  /** A few sentences about it, in random order behind a definition. */
  public static List<String> sentences(Dice dice, Animal a) {
    String one = a.noun().one();
    String the = "the " + a.noun().singular();
    String many = a.noun().plural();
    List<String> skills = dice.some(2, a.skills());
    List<String> homes = dice.some(2, a.homes());
    List<String> rest = new ArrayList<>();
    rest.add(
        dice.any(
            "it lives " + near(homes.getFirst()),
            "you can find it " + near(homes.getFirst()),
            many + " live " + near(homes.getLast()),
            "its home is the " + homes.getFirst()));
    rest.add(
        dice.any(
            "it eats " + Spelling.list(dice.some(2, a.foods()), "and"),
            many + " like " + a.foods().getFirst(),
            "its favourite food is " + dice.pick(a.foods()),
            "when it is hungry, it looks for " + dice.pick(a.foods())));
    rest.add(
        dice.any(
            "it can " + skills.getFirst(),
            many + " can " + Spelling.list(skills, "and").replace(" its ", " their "),
            the + " is able to " + skills.getFirst(),
            "few animals "
                + skills.getFirst().replace(" its ", " their ")
                + " as well as "
                + the
                + " does"));
    rest.add(
        dice.any(
            "when it wants to be heard, it " + a.sound().third(),
            many
                + " "
                + a.sound().base()
                + " "
                + dice.any(
                    "loudly", "softly", "at night", "in the morning", "when they are hungry")));
    rest.add(
        dice.any(
            "most " + many + " are " + dice.pick(a.looks()),
            "it is often " + dice.pick(a.looks()),
            "its colour is " + Spelling.list(dice.some(2, a.looks()), "or")));
    rest.add(
        dice.any(
            "people say that it is " + dice.pick(a.characters()),
            many + " are " + Spelling.list(dice.some(2, a.characters()), "and"),
            "by nature it is " + dice.pick(a.characters())));
    List<String> all = new ArrayList<>();
    all.add(
        dice.any(
            one + " is " + kind(a),
            the + " is " + Spelling.withArticle(dice.pick(a.characters()) + " " + a.kind()),
            "among the "
                + plainKind(a)
                + ", "
                + the
                + " is one of the most "
                + dice.any("interesting", "beautiful", "unusual", "popular")));
    all.addAll(dice.some(dice.between(2, 5), rest));
    return all;
  }

  /** Questions that anybody who knows the animal can answer. */
  public static List<Question> questions(Dice dice, Animal a) {
    String one = a.noun().one();
    String the = dice.any("the " + a.noun().singular(), one);
    String skill = dice.pick(a.skills());
    Deed does = new Deed(a.sound(), "");
    return List.of(
        new Question(
            "What is " + one + "?",
            Spelling.sentence(
                one + " is " + kind(a) + dice.maybe(0.5, ". It is " + dice.pick(a.characters())))),
        new Question(
            "Where does " + the + " live?",
            Spelling.sentence(dice.any("it lives ", the + " lives ") + near(a.homes().getFirst()))),
        new Question(
            "What does " + the + " eat?",
            Spelling.sentence(
                dice.any("it eats ", the + " eats ")
                    + Spelling.list(a.foods().subList(0, Math.min(2, a.foods().size())), "and"))),
        new Question(
            "What can " + the + " do?",
            Spelling.sentence(dice.any("it can ", the + " can ") + skill)),
        new Question(
            "What colour is " + the + "?",
            Spelling.sentence(
                "it is "
                    + Spelling.list(a.looks().subList(0, Math.min(2, a.looks().size())), "or"))),
        new Question(
            "What sound does " + the + " make?",
            Spelling.sentence("it " + does.in(Tense.PRESENT).predicate(Person.IT))),
        new Question(
            "Can " + the + " " + skill + "?",
            dice.any("Yes, it can.", Spelling.sentence("yes, " + the + " can " + skill))));
  }

  private static String kind(Animal a) {
    return a.kind().equals(a.noun().singular())
        ? "an animal that lives in the water"
        : Spelling.withArticle(a.kind());
  }

  private static String plainKind(Animal a) {
    return a.kind().equals("fish") ? "animals" : a.kind() + "s";
  }

  /** in the forest, on the farm. */
  static String near(String home) {
    String preposition =
        switch (home) {
          case "farm",
              "coast",
              "beach",
              "hill",
              "island",
              "roof",
              "plain",
              "cliff",
              "wall",
              "rocks" ->
              "on";
          case "yard", "zoo", "square", "harbour", "meadow", "field" -> "in";
          default -> "in";
        };
    return preposition + " the " + home;
  }
}
