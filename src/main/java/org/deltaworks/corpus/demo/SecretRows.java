package org.deltaworks.corpus.demo;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.domain.datasets.Row.Prompted;

/**
 * A sentence, and the same in a secret language. Held-out sentences are about people that no
 * training row names, and are all new; their other words were learnt, for nobody can guess an
 * invented word.
 */
final class SecretRows implements DemoRows {
  private static final List<String> ANIMALS = List.of("dog", "cat", "bird", "fish", "horse");
  private static final List<String> THINGS =
      List.of("boat", "ball", "book", "bread", "apple", "hat", "key", "lamp");
  private static final List<String> PLACES = List.of("house", "garden", "river", "tree");
  private static final List<String> ADJECTIVES =
      List.of("red", "blue", "big", "small", "old", "new", "happy");
  private static final List<String> VERBS = List.of("has", "sees", "likes", "finds", "wants");

  private final SecretLanguage language = new SecretLanguage();
  private final Parted<String> people = Parted.of(new DemoWords("secret").words("people"));

  @Override
  public Prompted row(Dice dice, Part part) {
    String plain = sentence(dice, dice.some(2, people.of(part)));
    return new Prompted("Say it in secret: " + plain, language.say(plain));
  }

  @Override
  public Set<String> keptApart() {
    return new TreeSet<>(people.heldOut());
  }

  private static String sentence(Dice dice, List<String> names) {
    String who = names.getFirst() + " ";
    String does = who + dice.pick(VERBS) + " ";
    // Two different nouns: nobody has the book and a book.
    List<String> two = dice.some(2, dice.any(ANIMALS, THINGS, PLACES));
    return switch (dice.between(0, 4)) {
      case 0 -> does + described(dice, two.getFirst()) + ".";
      case 1 ->
          does + described(dice, two.getFirst()) + " and " + described(dice, two.getLast()) + ".";
      case 2 ->
          does
              + described(dice, dice.pick(dice.any(ANIMALS, THINGS)))
              + " in "
              + described(dice, dice.pick(PLACES))
              + ".";
      case 3 ->
          who + "gives " + described(dice, dice.pick(THINGS)) + " to " + names.getLast() + ".";
      default ->
          does
              + described(dice, dice.pick(ANIMALS))
              + " with "
              + described(dice, dice.pick(THINGS))
              + ".";
    };
  }

  /** the old boat; a boat. No article of their own for an apple and for bread. */
  private static String described(Dice dice, String noun) {
    String next = (dice.chance(0.6) ? dice.pick(ADJECTIVES) + " " : "") + noun;
    boolean definite = "aeiou".indexOf(next.charAt(0)) >= 0 || noun.equals("bread");
    return (definite || dice.chance(0.5) ? "the " : "a ") + next;
  }
}
