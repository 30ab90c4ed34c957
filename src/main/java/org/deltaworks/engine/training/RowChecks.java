package org.deltaworks.engine.training;

import java.util.List;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.domain.problem.Problem;

/** Refuses rows that the computation could not survive, before it begins. */
public final class RowChecks {
  private RowChecks() {}

  /**
   * Looks at every row.
   *
   * @throws org.deltaworks.domain.problem.ProblemException naming the first row (counted from 1)
   *     that has an id outside the vocabulary, is longer than learned positions reach, or carries
   *     no loss
   */
  public static void check(List<TokenizedRow> rows, DecoderSpec spec) {
    for (int i = 0; i < rows.size(); i++) {
      TokenizedRow row = rows.get(i);
      ids(row.ids(), spec, "Row " + (i + 1));
      for (int label : row.labels()) {
        if (label != TokenizedRow.NO_LOSS) {
          inVocabulary(label, spec, "Row " + (i + 1));
        }
      }
      if (row.labelTokens() == 0) {
        throw Problem.of(
                Problem.Kind.BAD_DATA,
                "Row %d has no token to learn from.".formatted(i + 1),
                "Give it an answer, or a longer maximum length, or leave it out.")
            .asException();
      }
    }
  }

  /**
   * Looks at the ids of one text.
   *
   * @param what begins the message, such as {@code "Row 3"}
   */
  public static void ids(int[] ids, DecoderSpec spec, String what) {
    for (int id : ids) {
      inVocabulary(id, spec, what);
    }
    if (spec.positions() instanceof DecoderSpec.Positions.Learned && ids.length > spec.context()) {
      throw Problem.of(
              Problem.Kind.BAD_DATA,
              "%s has %d tokens, but the model can count only to %d."
                  .formatted(what, ids.length, spec.context()),
              "Shorten it, or set a smaller maximum length.")
          .asException();
    }
  }

  private static void inVocabulary(int id, DecoderSpec spec, String what) {
    if (id < 0 || id >= spec.vocabulary()) {
      throw Problem.of(
              Problem.Kind.BAD_DATA,
              "%s has the token id %d, but the model knows only ids from 0 to %d."
                  .formatted(what, id, spec.vocabulary() - 1),
              "Use the tokenizer that belongs to this model.")
          .asException();
    }
  }
}
