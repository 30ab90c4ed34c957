package org.deltaworks.cli.asking;

import java.util.Arrays;
import java.util.List;
import org.deltaworks.domain.problem.Problem;

/** Token ids as they are written on the line: {@code 1,2,3}. */
final class TokenIds {
  private TokenIds() {}

  /** Reads them; whether the model knows them is another question. */
  static List<Integer> parse(String text) {
    try {
      return Arrays.stream(text.split("[,\\s]+", -1))
          .filter(part -> !part.isEmpty())
          .map(Integer::valueOf)
          .toList();
    } catch (NumberFormatException e) {
      throw Problem.at(
              "ids",
              Problem.Kind.WRONG_USAGE,
              "\"%s\" is not a list of token numbers.".formatted(text),
              "Write whole numbers separated by commas, such as 1,2,3.")
          .asException(e);
    }
  }
}
