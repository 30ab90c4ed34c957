package org.deltaworks.text;

import java.util.ArrayList;
import java.util.List;
import org.deltaworks.domain.datasets.Row;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;

/**
 * A whole dataset in tokens, and what a person should know about it.
 *
 * @param rows those that have something to learn from, in order
 * @param truncated how many of them were cut
 * @param withoutLabels how many were left out because no token of theirs carries loss
 */
public record TokenizedDataset(List<TokenizedRow> rows, int truncated, int withoutLabels) {
  public TokenizedDataset {
    rows = List.copyOf(rows);
  }

  /**
   * Encodes all rows.
   *
   * @param vocabulary how many ids the model knows
   * @throws ProblemException if there are no rows, none of them has anything to learn from, or one
   *     has an id that the model does not know
   */
  public static TokenizedDataset of(Iterable<Row> rows, RowTokenizer tokenizer, int vocabulary) {
    List<TokenizedRow> kept = new ArrayList<>();
    int number = 0;
    int truncated = 0;
    int withoutLabels = 0;
    for (Row row : rows) {
      number++;
      RowTokenizer.Outcome outcome = tokenizer.tokenize(row);
      refuseStrangers(outcome.row(), number, vocabulary);
      if (outcome.row().labelTokens() == 0) {
        withoutLabels++;
      } else {
        kept.add(outcome.row());
        truncated += outcome.truncated() ? 1 : 0;
      }
    }
    if (kept.isEmpty()) {
      throw nothingToLearn(number);
    }
    return new TokenizedDataset(kept, truncated, withoutLabels);
  }

  /**
   * Refuses a row with an id that the model does not know.
   *
   * @param number of the row, counted from 1
   */
  public static void refuseStrangers(TokenizedRow row, int number, int vocabulary) {
    for (int i = 0; i < row.length(); i++) {
      int id = row.ids()[i];
      int label = row.labels()[i];
      if (id < 0 || id >= vocabulary) {
        throw stranger(id, "token id", number, vocabulary);
      }
      if (label != TokenizedRow.NO_LOSS && (label < 0 || label >= vocabulary)) {
        throw stranger(label, "label", number, vocabulary);
      }
    }
  }

  private static ProblemException stranger(int id, String what, int number, int vocabulary) {
    return Problem.of(
            Problem.Kind.BAD_DATA,
            "Row %d has the %s %d, but the model knows only 0 to %d."
                .formatted(number, what, id, vocabulary - 1),
            "Make the tokens with this model's own tokenizer, or choose the model they were made"
                + " for.")
        .asException();
  }

  private static ProblemException nothingToLearn(int rows) {
    return Problem.of(
            Problem.Kind.BAD_DATA,
            rows == 0
                ? "There are no rows to learn from."
                : "None of the %d rows has a token to learn from.".formatted(rows),
            rows == 0
                ? "Choose a file with at least one row."
                : "Check that the answers are not empty, and that rows are not cut before their"
                    + " answers begin.")
        .asException();
  }
}
