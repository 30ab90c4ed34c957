package org.deltaworks.text;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.deltaworks.domain.datasets.Row;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.problem.Counted;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A whole dataset in tokens, and what a person should know about it.
 *
 * @param rows those that have something to learn from, in order
 * @param numbers which row of the data each of them is, counted from 1
 * @param truncated how many of them were cut
 * @param withoutLabels how many were left out because no token of theirs carries loss
 */
public record TokenizedDataset(
    List<TokenizedRow> rows, List<Integer> numbers, int truncated, int withoutLabels) {
  private static final int BLOCK = 1024;

  public TokenizedDataset {
    rows = List.copyOf(rows);
    numbers = List.copyOf(numbers);
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
    List<Integer> numbers = new ArrayList<>();
    int number = 0;
    int truncated = 0;
    int withoutLabels = 0;
    Iterator<Row> all = rows.iterator();
    while (all.hasNext()) {
      for (Attempt attempt : block(all, tokenizer)) {
        number++;
        RowTokenizer.Outcome outcome = attempt.orThrow();
        refuseStrangers(outcome.row(), number, vocabulary);
        if (outcome.row().labelTokens() == 0) {
          withoutLabels++;
        } else {
          kept.add(outcome.row());
          numbers.add(number);
          truncated += outcome.truncated() ? 1 : 0;
        }
      }
    }
    if (kept.isEmpty()) {
      throw nothingToLearn(number);
    }
    return new TokenizedDataset(kept, numbers, truncated, withoutLabels);
  }

  /** Encodes the next rows on all processors, in order. */
  private static List<Attempt> block(Iterator<Row> rows, RowTokenizer tokenizer) {
    List<Row> block = new ArrayList<>();
    while (rows.hasNext() && block.size() < BLOCK) {
      block.add(rows.next());
    }
    return block.parallelStream().map(row -> Attempt.of(row, tokenizer)).toList();
  }

  /** Keeps what went wrong in its place, so that the first bad row is the one that is told. */
  private record Attempt(
      RowTokenizer.@Nullable Outcome outcome, @Nullable ProblemException problem) {
    static Attempt of(Row row, RowTokenizer tokenizer) {
      try {
        return new Attempt(tokenizer.tokenize(row), null);
      } catch (ProblemException e) {
        return new Attempt(null, e);
      }
    }

    RowTokenizer.Outcome orThrow() {
      if (problem != null) {
        throw problem;
      }
      return Objects.requireNonNull(outcome);
    }
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
                : "No token to learn from in %s.".formatted(Counted.of(rows, "row")),
            rows == 0
                ? "Choose a file with at least one row."
                : "Check that the answers are not empty, and that rows are not cut before their"
                    + " answers begin.")
        .asException();
  }
}
