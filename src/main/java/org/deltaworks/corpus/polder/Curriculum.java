package org.deltaworks.corpus.polder;

import java.util.Optional;
import org.deltaworks.corpus.bpe.BpeEncoder;
import org.deltaworks.corpus.bpe.Vocabulary;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.genre.ReadingForms;
import org.deltaworks.corpus.world.World;

/**
 * What the rows of the training text are, in the order of learning: at first exercises only, then
 * text with fewer and fewer of them between, and in the end mostly lessons in reading.
 */
final class Curriculum {
  /** Rows at the beginning that are exercises in random tokens and nothing else. */
  static final int DRILLED = 1_200;

  /** Rows after those until there is as much text as there will be. */
  static final int MIXED = 4_000;

  /** The row from which on there are lessons. */
  static final int LESSONS_FROM = 22_000;

  /** Share of each kind of row; the rest is text. */
  record Shares(double random, double shuffled, double echoed, double lessons) {
    private Shares towards(Shares other, double part) {
      return new Shares(
          random + (other.random - random) * part,
          shuffled + (other.shuffled - shuffled) * part,
          echoed + (other.echoed - echoed) * part,
          lessons + (other.lessons - lessons) * part);
    }
  }

  private static final Shares ALONE = new Shares(1, 0, 0, 0);
  private static final Shares BEGINNING = new Shares(0.3, 0.7, 0, 0);
  private static final Shares END = new Shares(0.04, 0.04, 0.08, 0);
  private static final Shares LESSONS = new Shares(0, 0, 0, 0.7);
  private static final Shares NOTHING_BUT_TEXT = new Shares(0, 0, 0, 0);

  /** Makes one row of something else in place of a row of text. */
  private record Teachers(Dice dice, Drill drill, Lessons lessons) {}

  private final Optional<Teachers> teachers;

  private Curriculum(Optional<Teachers> teachers) {
    this.teachers = teachers;
  }

  /** Text alone, for evaluation. */
  static Curriculum none() {
    return new Curriculum(Optional.empty());
  }

  /** Exercises first, lessons last. */
  static Curriculum of(long seed, Vocabulary vocabulary, World world) {
    Drill drill = new Drill(new Dice(seed + 1), vocabulary);
    Lessons lessons =
        new Lessons(new Dice(seed + 2), new ReadingForms(world), new BpeEncoder(vocabulary));
    return new Curriculum(Optional.of(new Teachers(new Dice(seed), drill, lessons)));
  }

  /** Shares around the row of this number, from 0. */
  Shares shares(long row) {
    if (teachers.isEmpty()) {
      return NOTHING_BUT_TEXT;
    }
    if (row >= LESSONS_FROM) {
      return LESSONS;
    }
    return row < DRILLED
        ? ALONE
        : BEGINNING.towards(END, Math.min(1, (row - DRILLED) / (double) MIXED));
  }

  /** The text of this row, or what takes its place, not longer than it may be. */
  TokenRow row(int[] text, long number, int most) {
    return teachers.map(t -> row(t, shares(number), text, most)).orElseGet(() -> TokenRow.of(text));
  }

  private static TokenRow row(Teachers teachers, Shares shares, int[] text, int most) {
    double at = teachers.dice().share();
    if (at < shares.random()) {
      return teachers.drill().random(most);
    }
    at -= shares.random();
    if (at < shares.shuffled()) {
      return teachers.drill().shuffled(text);
    }
    at -= shares.shuffled();
    if (at < shares.echoed()) {
      return teachers.drill().echoes(text);
    }
    return at - shares.echoed() < shares.lessons()
        ? teachers.lessons().row(most)
        : TokenRow.of(text);
  }
}
