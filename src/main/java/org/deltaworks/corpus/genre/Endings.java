package org.deltaworks.corpus.genre;

import org.deltaworks.corpus.world.Someone;

/** How stories close. */
final class Endings {
  private Endings() {}

  /** Sometimes a thought, sometimes a quiet picture, sometimes nothing. */
  static void lesson(Narrator n, Someone hero) {
    switch (n.dice.between(0, 8)) {
      case 0 -> n.say("since that day " + n.name(hero) + " knows that " + n.phrase("lessons"));
      case 1 -> n.say(n.phrase("lessons"));
      case 2 -> n.speech(hero, n.phrase("lessons"));
      case 3 ->
          n.say(
              "that night "
                  + n.name(hero)
                  + " slept "
                  + n.dice.any(
                      "deeply", "well", "like a stone", "until late", "without a single dream"));
      case 4 ->
          n.say(
              "and if somebody asks about it, "
                  + n.name(hero)
                  + " only "
                  + n.dice.any("smiles", "laughs", "nods", "shrugs"));
      case 5 ->
          n.say(
              n.name(hero)
                  + " never forgot that "
                  + n.dice.any("day", "hour", "afternoon", "week")
                  + ", because "
                  + n.phrase("lessons"));
      default -> {}
    }
  }
}
