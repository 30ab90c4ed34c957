package org.deltaworks.engine.training;

import java.util.List;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.engine.nn.TokenIds;

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
      TokenIds.check(row.ids(), spec, "Row " + (i + 1));
      for (int label : row.labels()) {
        if (label != TokenizedRow.NO_LOSS) {
          TokenIds.inVocabulary(label, spec, "Row " + (i + 1));
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
}
