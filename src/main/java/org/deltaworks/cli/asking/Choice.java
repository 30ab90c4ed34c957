package org.deltaworks.cli.asking;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.deltaworks.domain.problem.Problem;

/** Words of the line that stand for the constants of an enumeration. */
final class Choice {
  private Choice() {}

  /**
   * The constant that is written so, in lower case.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if there is none
   */
  static <E extends Enum<E>> E of(String option, String text, E[] constants) {
    return Arrays.stream(constants)
        .filter(c -> word(c).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.at(
                        option,
                        Problem.Kind.WRONG_USAGE,
                        "--%s is \"%s\".".formatted(option, text),
                        "Choose one of %s."
                            .formatted(
                                Arrays.stream(constants)
                                    .map(Choice::word)
                                    .collect(Collectors.joining(", "))))
                    .asException());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
