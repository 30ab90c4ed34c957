package org.deltaworks.corpus.genre;

import java.util.ArrayList;
import java.util.List;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.world.Animal;
import org.deltaworks.corpus.world.Someone;
import org.deltaworks.corpus.world.Thing;
import org.deltaworks.corpus.world.World;

/** Arithmetic up to 100, in figures, in words and in little problems; always right. */
public final class Sums implements Teller {
  private final World world;

  /** Sums about this world. */
  public Sums(World world) {
    this.world = world;
  }

  @Override
  public Tale tell(Dice dice) {
    List<String> lines = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    int count = dice.between(3, 6);
    for (int i = 0; i < count; i++) {
      Question question = question(dice);
      questions.add(question);
      lines.add(dice.chance(0.5) ? question.ask() + " " + question.answer() : figures(dice));
    }
    return new Tale(
        dice.any("Sums", "Some sums", "Numbers", "Counting"), String.join("\n", lines), questions);
  }

  private static String figures(Dice dice) {
    int a = dice.between(1, 60);
    int b = dice.between(1, Math.min(40, 100 - a));
    int f = dice.between(2, 10);
    int g = dice.between(2, 10);
    return switch (dice.between(0, 5)) {
      case 0 -> a + " + " + b + " = " + (a + b);
      case 1 -> (a + b) + " - " + b + " = " + a;
      case 2 -> f + " x " + g + " = " + f * g;
      case 3 -> f * g + " : " + g + " = " + f;
      case 4 ->
          Spelling.sentence(
              Spelling.number(a)
                  + " is "
                  + (a == b ? "equal to " : a > b ? "greater than " : "less than ")
                  + Spelling.number(b));
      default -> a + ", " + (a + 1) + ", " + (a + 2) + ", " + (a + 3);
    };
  }

  /** One question with its answer. */
  public Question question(Dice dice) {
    int a = dice.between(1, 60);
    int b = dice.between(1, Math.min(40, 100 - a));
    int f = dice.between(2, 10);
    int g = dice.between(2, 10);
    return switch (dice.between(0, 12)) {
      case 0, 1 -> new Question(ask(dice, a, "plus", b), a + " plus " + b + " is " + (a + b) + ".");
      case 2, 3 ->
          new Question(ask(dice, a + b, "minus", b), (a + b) + " minus " + b + " is " + a + ".");
      case 4, 5 -> new Question(ask(dice, f, "times", g), f + " times " + g + " is " + f * g + ".");
      case 6, 7 -> greater(dice, a, a + f);
      case 8 -> neighbour(dice, a);
      case 9 -> things(dice, f, g);
      case 10 -> animals(dice, a + b, b);
      case 11 -> change(dice, a, b);
      default -> twoThings(dice, a, b);
    };
  }

  private static String ask(Dice dice, int a, String how, int b) {
    String sign = how.equals("plus") ? "+" : how.equals("minus") ? "-" : "x";
    return switch (dice.between(0, 9)) {
      case 0 -> "How much is " + a + " " + how + " " + b + "?";
      case 1 -> a + " " + sign + " " + b + " = ?";
      case 2 -> "Calculate " + a + " " + how + " " + b + ".";
      case 3 -> "What do you get for " + a + " " + sign + " " + b + "?";
      case 4 -> "Can you tell me what " + a + " " + how + " " + b + " is?";
      case 5 -> "Please work out " + a + " " + how + " " + b + ".";
      case 6 -> "How much is " + a + " " + sign + " " + b + "?";
      default -> "What is " + a + " " + how + " " + b + "?";
    };
  }

  private static Question greater(Dice dice, int low, int high) {
    boolean swap = dice.chance(0.5);
    String pair = swap ? high + " or " + low : low + " or " + high;
    return dice.chance(0.5)
        ? new Question("Which number is greater, " + pair + "?", high + " is greater.")
        : new Question("Which number is smaller, " + pair + "?", low + " is smaller.");
  }

  private static Question neighbour(Dice dice, int a) {
    return switch (dice.between(0, 3)) {
      case 0 ->
          new Question(
              "Which number comes after " + a + "?", "After " + a + " comes " + (a + 1) + ".");
      case 1 ->
          new Question(
              "Which number comes before " + (a + 1) + "?",
              "Before " + (a + 1) + " comes " + a + ".");
      case 2 ->
          new Question("What is half of " + 2 * a + "?", "Half of " + 2 * a + " is " + a + ".");
      default -> new Question("What is twice " + a + "?", "Twice " + a + " is " + 2 * a + ".");
    };
  }

  private Question change(Dice dice, int left, int price) {
    Someone s = world.someone(dice);
    String thing = dice.pick(world.things()).noun().one();
    String he = s.person().subject();
    String has =
        dice.any(
            s.name() + " has " + (left + price) + " coins and buys " + thing + " for " + price,
            "With " + (left + price) + " coins, " + s.name() + " pays " + price + " for " + thing);
    return new Question(
        has + ". " + dice.any("How many coins are left?", "How much does " + he + " have left?"),
        (left + price)
            + " minus "
            + price
            + " is "
            + left
            + ", so "
            + left
            + coins(left)
            + " left.");
  }

  private static String coins(int number) {
    return number == 1 ? " coin is" : " coins are";
  }

  private Question twoThings(Dice dice, int a, int b) {
    Someone s = world.someone(dice);
    List<Thing> both = dice.some(2, world.things());
    String first = both.get(0).noun().one();
    String second = both.get(1).noun().one();
    String ask =
        dice.any(
            s.name() + " buys " + first + " for " + a + " and " + second + " for " + b + " coins.",
            "The price of " + first + " is " + a + " coins, that of " + second + " is " + b + ".");
    return new Question(
        ask + " " + dice.any("How much is that together?", "What do both cost?"),
        a + " plus " + b + " is " + (a + b) + ", so both cost " + (a + b) + " coins.");
  }

  private Question things(Dice dice, int f, int g) {
    Someone s = world.someone(dice);
    Thing thing = dice.pick(world.things().stream().filter(t -> t.noun().countable()).toList());
    String he = s.person().subject();
    int total = f + g;
    return dice.chance(0.5)
        ? new Question(
            s.name()
                + " has "
                + thing.noun().counted(f)
                + " and gets "
                + Spelling.number(g)
                + " more. How many does "
                + he
                + " have now?",
            Spelling.capital(he) + " has " + thing.noun().counted(total) + ".")
        : new Question(
            s.name()
                + " buys "
                + thing.noun().counted(f)
                + " for "
                + Spelling.number(g)
                + " coins each. How much does "
                + he
                + " pay?",
            Spelling.capital(he) + " pays " + Spelling.number(f * g) + " coins.");
  }

  private Question animals(Dice dice, int before, int gone) {
    Animal animal = dice.pick(world.animals());
    String many = animal.noun().plural();
    int left = before - gone;
    String place = dice.pick(world.places()).there();
    return new Question(
        Spelling.capital(place)
            + " there are "
            + before
            + " "
            + many
            + ". "
            + gone
            + dice.any(" of them run away", " of them leave", " of them go home")
            + ". How many "
            + many
            + " are left?",
        before + " minus " + gone + " is " + left + ", so " + left + left(left));
  }

  private static String left(int number) {
    return number == 1 ? " is left." : " are left.";
  }
}
