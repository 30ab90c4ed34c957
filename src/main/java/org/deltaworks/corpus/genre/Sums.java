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
  Question question(Dice dice) {
    int a = dice.between(1, 50);
    int b = dice.between(1, 50);
    int big = Math.max(a, b);
    int small = Math.min(a, b);
    int f = dice.between(2, 10);
    int g = dice.between(2, 10);
    return switch (dice.between(0, 7)) {
      case 0 ->
          new Question(
              "What is " + a + " plus " + b + "?",
              dice.any(a + " plus " + b + " is " + (a + b) + ".", "It is " + (a + b) + "."));
      case 1 ->
          new Question(
              "How much is " + big + " minus " + small + "?",
              dice.any(
                  "The answer is " + (big - small) + ".",
                  big + " minus " + small + " is " + (big - small) + "."));
      case 2 ->
          new Question(
              "What is " + f + " times " + g + "?", f + " times " + g + " is " + f * g + ".");
      case 3 ->
          new Question(
              "Which is greater, " + Spelling.number(a) + " or " + Spelling.number(a + f) + "?",
              Spelling.sentence(Spelling.number(a + f) + " is greater"));
      case 4 ->
          new Question(
              "Which number comes after " + a + "?", "After " + a + " comes " + (a + 1) + ".");
      case 5 -> things(dice, f, g);
      case 6 -> animals(dice, big, small);
      default ->
          new Question("What is half of " + 2 * a + "?", "Half of " + 2 * a + " is " + a + ".");
    };
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

  private Question animals(Dice dice, int big, int small) {
    Animal animal = dice.pick(world.animals());
    String many = animal.noun().plural();
    int left = big - small;
    return new Question(
        "There are "
            + animal.noun().counted(big + 1)
            + ". "
            + Spelling.capital(Spelling.number(small))
            + (small == 1 ? " goes" : " go")
            + " away. How many "
            + many
            + " are left?",
        Spelling.sentence(
            animal.noun().counted(left + 1) + (left == 0 ? " is" : " are") + " left"));
  }
}
