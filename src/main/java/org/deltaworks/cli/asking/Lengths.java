package org.deltaworks.cli.asking;

import org.deltaworks.domain.problem.Problem;

/** Lengths in tokens as they are said on the line. */
final class Lengths {
  private Lengths() {}

  /** A length for rows, 0 for the default; one token alone has nothing to foretell. */
  static int checked(int maxLength) {
    if (maxLength < 0 || maxLength == 1) {
      throw Problem.at(
              "max-length",
              Problem.Kind.WRONG_USAGE,
              "--max-length is %d.".formatted(maxLength),
              "Give at least 2 tokens.")
          .asException();
    }
    return maxLength;
  }

  /** How many tokens an answer may have. */
  static int checkedNew(int maxNewTokens) {
    if (maxNewTokens < 1) {
      throw Problem.at(
              "max-new-tokens",
              Problem.Kind.WRONG_USAGE,
              "--max-new-tokens is %d.".formatted(maxNewTokens),
              "Give at least 1.")
          .asException();
    }
    return maxNewTokens;
  }
}
