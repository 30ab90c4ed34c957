package org.deltaworks.corpus.genre;

import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Person;
import org.deltaworks.corpus.world.Someone;
import org.deltaworks.corpus.world.World;

/** The people beside the hero. */
final class Companions {
  private Companions() {}

  /** Somebody with another name and mostly of the other sex, which keeps pronouns clear. */
  static Someone other(Dice dice, World world, Someone hero) {
    Person other = hero.person() == Person.SHE ? Person.HE : Person.SHE;
    Someone companion = world.someone(dice, other);
    return companion.name().equals(hero.name()) ? other(dice, world, hero) : companion;
  }

  /** What this person can be to the hero. */
  static String relation(Dice dice, Someone companion) {
    return companion.person() == Person.SHE
        ? dice.any(
            "mother",
            "sister",
            "aunt",
            "grandmother",
            "cousin",
            "neighbour",
            "best friend",
            "teacher")
        : dice.any(
            "father",
            "brother",
            "uncle",
            "grandfather",
            "cousin",
            "neighbour",
            "best friend",
            "teacher");
  }
}
