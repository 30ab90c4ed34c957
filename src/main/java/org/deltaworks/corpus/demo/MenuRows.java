package org.deltaworks.corpus.demo;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.domain.datasets.Row.Prompted;

/**
 * A restaurant's three facts, and a sentence that invites people there: the kind of task on which
 * the LoRA paper (arXiv 2106.09685, section 5.4) compares methods, in our own words.
 */
final class MenuRows implements DemoRows {
  private static final int CHEAPEST = 2;
  private static final int DEAREST = 30;

  private final List<String> first;
  private final Parted<String> second;
  private final List<String> endings;
  private final List<Kitchen> kitchens;
  private final List<String> sentences;

  /**
   * What goes into a dish, and the dishes it goes into: with so many foods it is shorter to learn
   * to copy than to learn the foods.
   */
  private record Kitchen(Parted<String> main, List<String> dishes) {
    static Kitchen of(DemoWords words, String taste) {
      return new Kitchen(Parted.of(words.words(taste)), words.words(taste + " dishes"));
    }

    String food(Dice dice, Part part) {
      return dice.pick(main.of(part)) + " " + dice.pick(dishes);
    }
  }

  MenuRows() {
    DemoWords words = new DemoWords("menu");
    this.first = words.words("first words");
    this.second = Parted.of(words.words("second words"));
    this.endings = words.words("endings");
    this.kitchens = List.of(Kitchen.of(words, "savoury"), Kitchen.of(words, "sweet"));
    this.sentences = words.lines("sentences");
  }

  @Override
  public Prompted row(Dice dice, Part part) {
    String own = dice.pick(first) + " " + dice.pick(second.of(part));
    String name = dice.chance(0.6) ? "The " + own : own + " " + dice.pick(endings);
    String food = dice.pick(kitchens).food(dice, part);
    String price = dice.between(CHEAPEST, DEAREST) + " coins";
    String sentence =
        dice.pick(sentences).replace("{n}", name).replace("{f}", food).replace("{p}", price);
    return new Prompted("name: %s | food: %s | price: %s".formatted(name, food, price), sentence);
  }

  @Override
  public Set<String> keptApart() {
    Set<String> kept = new TreeSet<>(second.heldOut());
    kitchens.forEach(kitchen -> kept.addAll(kitchen.main().heldOut()));
    return kept;
  }
}
