package org.deltaworks.corpus.genre;

import java.util.List;
import org.deltaworks.corpus.grammar.Spelling;

/**
 * What goes on around the hero without touching the story: it brings rare words into a text and
 * gives it a world to stand in. Every sentence is in the past tense.
 */
final class Asides {
  private Asides() {}

  /** A glance around; the next mention of the hero is by name. */
  static void around(Narrator n) {
    n.say(sentence(n));
    n.forget();
  }

  /** One such sentence, without capital letter and end mark. */
  static String sentence(Narrator n) {
    return switch (n.dice.between(0, 9)) {
      case 0 -> n.phrase("passers");
      case 1, 2 -> where(n) + ", " + n.phrase("passers");
      case 3 -> n.phrase("passers") + ", and " + n.phrase("murmurs");
      case 4 -> n.phrase("murmurs");
      case 5 -> "everything felt " + n.phrase("similes");
      case 6 -> "while " + n.phrase("passers") + ", " + n.phrase("murmurs");
      case 7 -> goods(n);
      case 8 -> n.phrase("murmurs") + ", and it all seemed " + n.phrase("similes");
      default -> n.phrase("passers") + " beside " + a(n, n.word("goods"));
    };
  }

  private static String where(Narrator n) {
    return n.dice.any(
        "not far away",
        "across the street",
        "round the corner",
        "in the distance",
        "near the crossroads",
        "under an archway",
        "on the opposite side",
        "close by",
        "behind a hedge",
        "further along");
  }

  private static String goods(Narrator n) {
    List<String> goods = n.dice.some(3, n.world.words("goods"));
    String first = a(n, goods.get(0));
    String second = a(n, goods.get(1));
    return switch (n.dice.between(0, 3)) {
      case 0 -> "somebody had left " + first + " and " + second + " on a bench";
      case 1 ->
          "a cart with " + first + ", " + second + " and " + a(n, goods.get(2)) + " rolled by";
      case 2 -> "a poster announced that " + first + " could be exchanged for " + second;
      default -> "in a shop window stood " + first + ", and next to it " + second;
    };
  }

  private static String a(Narrator n, String noun) {
    return Spelling.withArticle(n.dice.chance(0.4) ? n.word("thing qualities") + " " + noun : noun);
  }
}
