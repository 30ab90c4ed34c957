package org.deltaworks.engine.training;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.TrainingEvent.Noted;

/**
 * Notices that a loss runs away while it is still a number: every one of the last twenty steps is
 * above the lowest mean of twenty steps so far by half as much again and by one nat. Every one,
 * since the batches of some files differ so much that a mean alone strays that far by chance in a
 * long run; a nat, since near zero half as much again is nothing. Or the last three are above
 * thirty nats, which no guessing is and no row asks for: from there it is a few steps to no number
 * at all. Decision 059 says what was weighed.
 */
final class RunawayLoss {
  private static final int WINDOW = 20;
  private static final double TIMES = 1.5;
  private static final double NATS = 1;
  private static final int BEYOND_DOUBT = 3;
  private static final double WORSE_THAN_ANY_GUESS = 30;

  private final double[] last = new double[WINDOW];
  private int seen;
  private double lowest = Double.POSITIVE_INFINITY;
  private int lowestStep;
  private int hopeless;
  private boolean told;

  /**
   * How far a loss ran away.
   *
   * @param step where this was noticed
   * @param steps how many of the last steps say so
   * @param mean of these
   * @param lowest mean of twenty steps so far; infinite before there were twenty
   * @param calmStep the last step of the lowest mean: until there all was well; 0 if there is none
   */
  record Climb(int step, int steps, double mean, double lowest, int calmStep) {
    /** What a person reads while the run goes on. */
    String warning() {
      return Noted.WARNING
          + "the loss is running away: %s. The learning rate is probably too high; stop the run, and take half the rate."
              .formatted(figures());
    }

    /**
     * Why the run ends, where that was asked for.
     *
     * @param checkpoint steps done at the one that the run would go on from, if there is one
     */
    Problem problem(Optional<Integer> checkpoint) {
      return Problem.of(
          Problem.Kind.DIVERGED,
          "The loss ran away: %s. So the run ended in step %d, as it was told to."
              .formatted(figures(), step),
          "Go on with half the learning rate, "
              + checkpoint
                  .map("from the checkpoint of step %d, before the loss rose."::formatted)
                  .orElse("from the beginning: there is no checkpoint from before the loss rose."));
    }

    private String figures() {
      String now = String.format(Locale.ROOT, "%.2f over the last %d steps", mean, steps);
      return Double.isFinite(lowest)
          ? now + String.format(Locale.ROOT, ", after %.2f at step %d", lowest, calmStep)
          : now + ", far worse than guessing";
    }
  }

  /** The last step at which all was well, as far as is known; 0 before there is a mean. */
  int calmStep() {
    return lowestStep;
  }

  /** Says if the loss ran away with this step; once, until it came back. */
  Optional<Climb> look(int step, double loss) {
    last[seen % WINDOW] = loss;
    seen++;
    hopeless = loss > WORSE_THAN_ANY_GUESS ? hopeless + 1 : 0;
    if (seen >= WINDOW && mean(WINDOW) < lowest) {
      lowest = mean(WINDOW);
      lowestStep = step;
    }
    if (told) {
      told = hopeless > 0 || mean(Math.min(seen, WINDOW)) > limit();
      return Optional.empty();
    }
    return away(step);
  }

  private Optional<Climb> away(int step) {
    boolean high = seen >= WINDOW && Arrays.stream(last).allMatch(loss -> loss > limit());
    told = high || hopeless >= BEYOND_DOUBT;
    int steps = high ? WINDOW : BEYOND_DOUBT;
    return told
        ? Optional.of(new Climb(step, steps, mean(steps), lowest, lowestStep))
        : Optional.empty();
  }

  private double limit() {
    return Math.max(lowest * TIMES, lowest + NATS);
  }

  /** Anew each time, since a sum that is carried on would keep the rounding of a large loss. */
  private double mean(int steps) {
    double sum = 0;
    for (int i = 1; i <= steps; i++) {
      sum += last[(seen - i) % WINDOW];
    }
    return sum / steps;
  }
}
