package org.deltaworks.cli.asking;

import java.util.Optional;
import org.deltaworks.domain.generation.Sampling;
import org.deltaworks.domain.problem.Problem;
import picocli.CommandLine.Option;

/** How each next token is chosen: the likeliest, unless a draw is asked for. */
final class SamplingOptions {
  @Option(names = "--greedy", description = "Always the likeliest token; the default.")
  private boolean greedy;

  @Option(
      names = "--temperature",
      paramLabel = "X",
      description = "Draw at random: below 1 cautious, above 1 bold.")
  private Optional<Double> temperature = Optional.empty();

  @Option(
      names = "--top-p",
      paramLabel = "X",
      description = "Draw from the likeliest tokens of this share together.")
  private Optional<Double> topP = Optional.empty();

  @Option(
      names = "--top-k",
      paramLabel = "N",
      description = "Draw from this many likeliest tokens.")
  private Optional<Integer> topK = Optional.empty();

  @Option(
      names = "--repetition-penalty",
      paramLabel = "X",
      description = "Above 1 keeps it from repeating itself. Default: 1.")
  private double repetitionPenalty = 1;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the draws. Default: 0.")
  private long seed;

  /**
   * The choice that was made.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if it makes no sense
   */
  Sampling sampling() {
    boolean drawn = temperature.isPresent() || topP.isPresent() || topK.isPresent();
    if (greedy && drawn && temperature.orElse(1.0) != 0) {
      throw wrong("--greedy takes no draw, but --temperature, --top-p or --top-k was given.");
    }
    try {
      return drawn
          ? new Sampling(
              temperature.orElse(1.0), topP.orElse(1.0), topK.orElse(0), repetitionPenalty, seed)
          : new Sampling(0, 1, 0, repetitionPenalty, seed);
    } catch (IllegalArgumentException e) {
      throw wrong("One of the numbers for choosing tokens is out of range.");
    }
  }

  private static RuntimeException wrong(String message) {
    return Problem.of(
            Problem.Kind.WRONG_USAGE,
            message,
            "Give a temperature of 0 or more, a top-p above 0 and at most 1, a top-k of 0 or more,"
                + " a repetition penalty above 0, or --greedy alone.")
        .asException();
  }
}
