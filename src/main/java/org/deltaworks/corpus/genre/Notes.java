package org.deltaworks.corpus.genre;

import java.util.List;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Person;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.world.Food;
import org.deltaworks.corpus.world.Place;
import org.deltaworks.corpus.world.Thing;
import org.deltaworks.corpus.world.World;

/** Lists that people write: shopping, things to do, things to pack, recipes, timetables. */
public final class Notes implements Teller {
  private final World world;

  /** Lists about this world. */
  public Notes(World world) {
    this.world = world;
  }

  @Override
  public Tale tell(Dice dice) {
    int count = dice.between(3, 6);
    return switch (dice.between(0, 4)) {
      case 0 ->
          list(
              dice,
              dice.any("Shopping list", "To buy", "From the market"),
              dice.some(count, world.foods()).stream().map(f -> food(dice, f)).toList());
      case 1 ->
          list(
              dice,
              dice.any(
                  "To do",
                  "Things to do on " + dice.pick(world.words("days")),
                  "My plan for today"),
              dice.some(count, world.places()).stream()
                  .map(p -> dice.pick(p.deeds()).base(Person.I))
                  .toList());
      case 2 ->
          list(
              dice,
              dice.any("To pack", "What we need for the trip", "Do not forget"),
              dice.some(count, world.things()).stream().map(t -> thing(dice, t)).toList());
      case 3 ->
          list(
              dice,
              dice.any("Menu", "Today's menu", "Prices"),
              dice.some(count, world.foods()).stream()
                  .map(
                      f ->
                          f.portion().replaceFirst("^an? ", "")
                              + ": "
                              + (1 + f.low() + dice.between(0, f.high() - f.low()))
                              + " coins")
                  .toList());
      default -> timetable(dice);
    };
  }

  /** Three to six lines under a heading. */
  private static Tale list(Dice dice, String title, List<String> items) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < items.size(); i++) {
      text.append(i == 0 ? "" : "\n").append("- ").append(items.get(i));
    }
    return new Tale(
        title,
        text.toString(),
        List.of(
            new Question(
                "How many things are on the list?",
                Spelling.sentence(
                    "there are " + Spelling.number(items.size()) + " things on the list"))));
  }

  private Tale timetable(Dice dice) {
    int hour = dice.between(6, 9);
    StringBuilder text = new StringBuilder();
    for (Place place : dice.some(dice.between(3, 5), world.places())) {
      text.append(text.isEmpty() ? "" : "\n")
          .append(hour)
          .append(" o'clock: ")
          .append(dice.pick(place.deeds()).base(Person.I));
      hour = hour % 12 + 1;
    }
    return new Tale(
        dice.any("My day", "Timetable for " + dice.pick(world.words("days")), "Plan"),
        text.toString(),
        List.of());
  }

  private static String food(Dice dice, Food food) {
    return food.noun().countable() && dice.chance(0.4)
        ? food.noun().counted(dice.between(2, 12))
        : food.portion();
  }

  private String thing(Dice dice, Thing thing) {
    return thing.noun().countable()
        ? Spelling.withArticle(
            dice.pick(world.words("thing qualities")) + " " + thing.noun().singular())
        : thing.noun().one();
  }
}
