package org.deltaworks.corpus.genre;

import java.util.ArrayList;
import java.util.List;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Person;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.world.Food;
import org.deltaworks.corpus.world.Someone;
import org.deltaworks.corpus.world.Thing;
import org.deltaworks.corpus.world.World;

/** Somebody goes shopping; prices, sums and change are right. */
public final class MarketTales implements Teller {
  private final World world;

  /** Shopping in this world. */
  public MarketTales(World world) {
    this.world = world;
  }

  private record Item(String one, String several, int count, int price) {
    int cost() {
      return count * price;
    }

    String counted() {
      return count == 1 ? one : Spelling.number(count) + " " + several;
    }
  }

  @Override
  public Tale tell(Dice dice) {
    Narrator n = new Narrator(dice, world);
    Someone hero = world.someone(dice);
    Person p = hero.person();
    Item first = item(dice);
    Item second = item(dice);
    while (second.several().equals(first.several())) {
      second = item(dice);
    }
    int total = first.cost() + second.cost();
    int purse = Math.min(100, total + dice.between(1, 12));
    String weather = dice.pick(world.weathers()).clause();
    Openings.hero(n, hero);
    n.sayAny(
        n.time(p) + ", " + n.who(hero) + " went shopping with " + coins(purse),
        "there were " + coins(purse) + " in " + hero.name() + "'s purse",
        weather + " when " + n.who(hero) + " went to the market with " + coins(purse),
        n.who(hero)
            + " put "
            + coins(purse)
            + " into "
            + p.possessive()
            + " pocket and walked to the market");
    buy(n, hero, first);
    if (dice.chance(0.4)) {
      n.sayAny(
          "the "
              + dice.any("seller", "shopkeeper", "woman at the stall", "old man at the stall")
              + " was "
              + dice.pick(world.traits()).adjective(),
          "a " + dice.pick(world.words("colours")) + " flag was waving above the stall",
          "many people were standing in a queue",
          "it smelled of "
              + dice.pick(world.foods()).generally()
              + " and "
              + dice.pick(world.foods()).generally());
    }
    buy(n, hero, second);
    n.sayAny(
        "altogether, this cost " + coins(total),
        n.who(hero) + " paid " + coins(total) + " in all",
        "that made " + coins(total),
        "the whole bill came to " + coins(total));
    n.sayAny(
        n.who(hero) + " had " + coins(purse - total) + " left",
        coins(purse - total) + (purse - total == 1 ? " was" : " were") + " left in the purse",
        "so " + n.who(hero) + " went home with " + coins(purse - total));
    return n.tale(
        dice.any(hero.name() + " goes shopping", "at the market", "a full basket"),
        questions(hero, first, second, purse));
  }

  private static void buy(Narrator n, Someone hero, Item item) {
    String each = item.count() == 1 ? "" : " each";
    String price = coins(item.price());
    n.sayAny(
        n.who(hero) + " bought " + item.counted() + " for " + price + each,
        later(n) + n.who(hero) + " chose " + item.counted() + ". The price was " + price + each,
        later(n)
            + n.who(hero)
            + " asked for "
            + item.counted()
            + " and paid "
            + price
            + (each.isEmpty() ? "" : " for " + item.one()),
        item.one()
            + " cost "
            + price
            + ", and "
            + n.who(hero)
            + " took "
            + (item.count() == 1 ? "one" : Spelling.number(item.count()) + " of them"));
  }

  private static String later(Narrator n) {
    return n.dice.maybe(0.4, n.later() + " ");
  }

  private static List<Question> questions(Someone hero, Item first, Item second, int purse) {
    int total = first.cost() + second.cost();
    String he = Spelling.capital(hero.person().subject());
    String name = hero.name();
    List<Question> questions = new ArrayList<>();
    questions.add(
        new Question(
            "What did " + name + " buy?",
            he + " bought " + first.counted() + " and " + second.counted() + "."));
    questions.add(
        new Question("How much did " + name + " pay in all?", he + " paid " + coins(total) + "."));
    questions.add(
        new Question(
            "How much money was left?",
            Spelling.sentence(
                coins(purse - total) + (purse - total == 1 ? " was" : " were") + " left")));
    questions.add(
        new Question(
            "How much money did " + name + " have at first?", name + " had " + coins(purse) + "."));
    questions.add(
        new Question(
            "How much did " + first.one() + " cost?",
            Spelling.sentence(first.one() + " cost " + coins(first.price()))));
    return questions;
  }

  private Item item(Dice dice) {
    if (dice.chance(0.35)) {
      Thing thing =
          dice.pick(
              world.things().stream().filter(t -> t.low() < 20 && t.noun().countable()).toList());
      String colour = dice.pick(world.words("colours")) + " ";
      int price = dice.between(thing.low(), Math.min(20, thing.high()));
      return new Item(
          Spelling.withArticle(colour + thing.noun().singular()),
          colour + thing.noun().plural(),
          dice.between(1, 2),
          price);
    }
    Food food = dice.pick(world.foods());
    int price = dice.between(food.low(), Math.min(9, food.high()));
    String of = " of " + food.inMeasure();
    return new Item(
        food.measure().one() + of, food.measure().plural() + of, dice.between(1, 4), price);
  }

  private static String coins(int count) {
    return Spelling.number(count) + (count == 1 ? " coin" : " coins");
  }
}
