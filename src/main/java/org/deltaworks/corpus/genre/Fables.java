package org.deltaworks.corpus.genre;

import java.util.List;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Deed;
import org.deltaworks.corpus.grammar.Person;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.world.Animal;
import org.deltaworks.corpus.world.World;

/** Two animals meet, talk, and each helps with what it can do. */
public final class Fables implements Teller {
  private final World world;

  /** Fables of this world. */
  public Fables(World world) {
    this.world = world;
  }

  @Override
  public Tale tell(Dice dice) {
    Narrator n = new Narrator(dice, world);
    List<Animal> pair = dice.some(2, world.animals());
    Animal a = pair.get(0);
    Animal b = pair.get(1);
    String first = a.noun().singular();
    String second = b.noun().singular();
    String character = dice.pick(a.characters());
    String other = dice.pick(b.characters());
    String home = dice.pick(a.homes());
    String food = dice.pick(a.foods());
    n.sayAny(
        Spelling.withArticle(character + " " + first) + " lived near " + Spelling.withArticle(home),
        "once upon a time there was " + Spelling.withArticle(first) + " that was very " + character,
        "long ago, "
            + Spelling.withArticle(dice.pick(a.looks()) + " " + first)
            + " was looking for "
            + food,
        "in the days when animals could talk, "
            + Spelling.withArticle(character + " " + first)
            + " lived in peace with everyone");
    n.sayAny(
        "one day it met " + Spelling.withArticle(other + " " + second),
        "not far away, "
            + Spelling.withArticle(dice.pick(b.looks()) + " " + second)
            + " was sleeping under "
            + Spelling.withArticle(n.word("trees")),
        "then " + Spelling.withArticle(other + " " + second) + " came along",
        "its neighbour was " + Spelling.withArticle(dice.pick(b.looks()) + " " + second));
    if (dice.chance(0.4)) {
      n.sayAny(
          "both were hungry and tired, because " + dice.pick(world.weathers()).clause(),
          "for a while they only looked at each other",
          dice.pick(world.weathers()).clause() + ", and it was a good day to talk");
    }
    Deed skill = Deed.of(dice.pick(a.skills()).replace(" its ", " {their} "));
    Deed gift = Deed.of(dice.pick(b.skills()).replace(" its ", " {their} "));
    says(
        n,
        first,
        dice.any(
            "who are you and what do you eat?",
            "I can " + skill.base(Person.I) + ". What can you do?",
            "have you seen any " + food + "?",
            "I am so " + dice.pick(world.sad()).adjective() + " today"));
    says(
        n,
        second,
        dice.any(
            "I am only " + Spelling.withArticle(second) + ", but I can " + gift.base(Person.I),
            "nobody can " + gift.base(Person.I) + " as well as I can",
            "come with me, and I will show you something",
            "why should I help " + Spelling.withArticle(first) + "?"));
    n.paragraph();
    n.sayAny(
        "then "
            + dice.pick(
                List.of(
                    "a storm came",
                    "the night fell",
                    "a hunter came by",
                    "the river rose",
                    "it began to snow",
                    "a big branch fell down"))
            + ", and both of them were afraid",
        "suddenly the " + first + " was caught between two stones",
        "soon they found " + food + " for one and " + dice.pick(b.foods()) + " for the other",
        "the " + first + " laughed at the " + second + ", but not for long");
    n.sayAny(
        "because the " + second + " could " + gift.base(Person.IT) + ", both were safe",
        "the "
            + second
            + " began to "
            + gift.base(Person.IT)
            + ", and the "
            + first
            + " was amazed",
        "without the " + second + ", the " + first + " would have been lost",
        "the "
            + first
            + " showed how to "
            + skill.base(Person.IT)
            + ", and the "
            + second
            + " watched");
    if (dice.chance(0.6)) {
      says(
          n,
          first,
          dice.any(
              "thank you, my friend",
              "I was wrong about you",
              "let us share the food",
              "you are more " + other + " than I thought"));
    }
    n.sayAny(
        "from then on the two were friends",
        "since then, no " + first + " has ever laughed at " + Spelling.withArticle(second),
        n.phrase("lessons"),
        "the " + second + " only " + b.sound().past() + " and went home",
        "this story shows that " + n.phrase("lessons"));
    return n.tale(
        "the " + first + " and the " + second,
        List.of(
            new Question(
                "Which animals are in the story?",
                Spelling.sentence(
                    Spelling.withArticle(first) + " and " + Spelling.withArticle(second))),
            new Question(
                "What can the " + second + " do?",
                Spelling.sentence("the " + second + " can " + gift.base(Person.IT))),
            new Question(
                "What does the " + first + " eat?",
                Spelling.sentence("the " + first + " eats " + food))));
  }

  private static void says(Narrator n, String animal, String words) {
    boolean asks = words.endsWith("?");
    String bare = Spelling.capital(asks ? words.substring(0, words.length() - 1) : words);
    String verb = asks ? "asked" : n.dice.any("said", "replied", "answered", "whispered", "called");
    if (n.dice.chance(0.5)) {
      n.say(
          "\""
              + bare
              + (asks ? "?" : ",")
              + "\" "
              + verb
              + " the "
              + animal
              + n.dice.maybe(0.3, " " + n.manner()));
    } else {
      n.say(
          "the "
              + animal
              + " "
              + n.dice.maybe(0.4, n.manner() + " ")
              + verb
              + ", \""
              + bare
              + (asks ? "?" : ".")
              + "\"");
    }
  }
}
