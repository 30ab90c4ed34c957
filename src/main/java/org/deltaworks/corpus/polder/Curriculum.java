package org.deltaworks.corpus.polder;

import java.util.List;
import org.deltaworks.corpus.bpe.Vocabulary;
import org.deltaworks.corpus.chance.Dice;

/**
 * What the rows of the training text are, in the order of learning: at first exercises only, then
 * text with fewer and fewer of them between.
 */
final class Curriculum {
  /** Rows at the beginning that are exercises in random tokens and nothing else. */
  static final int DRILLED = 1_200;

  /** Rows after those until there is as much text as there will be. */
  static final int MIXED = 4_000;

  /** Share of each kind of row: random exercises, shuffled text, echoed text; the rest is text. */
  record Shares(double random, double shuffled, double echoed) {
    private Shares towards(Shares other, double part) {
      return new Shares(
          random + (other.random - random) * part,
          shuffled + (other.shuffled - shuffled) * part,
          echoed + (other.echoed - echoed) * part);
    }
  }

  private static final Shares ALONE = new Shares(1, 0, 0);
  private static final Shares BEGINNING = new Shares(0.3, 0.7, 0);
  private static final Shares END = new Shares(0.04, 0.04, 0.08);
  private static final Shares NOTHING_BUT_TEXT = new Shares(0, 0, 0);

  private final Dice dice;
  private final Drill drill;
  private final boolean exercises;

  private Curriculum(Dice dice, Drill drill, boolean exercises) {
    this.dice = dice;
    this.drill = drill;
    this.exercises = exercises;
  }

  /** Text alone, for evaluation. */
  static Curriculum none() {
    return new Curriculum(
        new Dice(0), new Drill(new Dice(0), new Vocabulary(List.of(), List.of())), false);
  }

  /** Exercises first. */
  static Curriculum of(long seed, Vocabulary vocabulary) {
    return new Curriculum(new Dice(seed), new Drill(new Dice(seed + 1), vocabulary), true);
  }

  /** Shares around the row of this number, from 0. */
  Shares shares(long row) {
    if (!exercises) {
      return NOTHING_BUT_TEXT;
    }
    return row < DRILLED
        ? ALONE
        : BEGINNING.towards(END, Math.min(1, (row - DRILLED) / (double) MIXED));
  }

  /** The text of this row, or the exercise that takes its place, not longer than it may be. */
  TokenRow row(int[] text, long number, int most) {
    Shares shares = shares(number);
    double at = dice.share();
    if (at < shares.random()) {
      return drill.random(most);
    }
    at -= shares.random();
    if (at < shares.shuffled()) {
      return drill.shuffled(text);
    }
    return at - shares.shuffled() < shares.echoed() ? drill.echoes(text) : TokenRow.of(text);
  }
}
