package org.deltaworks.ui.datasets;

import java.util.ArrayList;
import java.util.List;
import org.deltaworks.domain.datasets.Row;
import org.deltaworks.ui.fx.Figures;

/**
 * A row of a file as a person reads it.
 *
 * @param number place in the file, 1 for the first
 * @param parts who says what
 */
public record RowText(int number, List<Part> parts) {
  public RowText {
    parts = List.copyOf(parts);
  }

  /**
   * A piece of a row.
   *
   * @param label what it is, such as {@code Question}
   * @param text what it says
   * @param learnt whether the model learns to say it
   */
  public record Part(String label, String text, boolean learnt) {}

  /** The words of a row. */
  public static RowText of(int number, Row row) {
    List<Part> parts = new ArrayList<>();
    switch (row) {
      case Row.Prompted(String prompt, String completion) -> {
        parts.add(new Part("Question", prompt, false));
        parts.add(new Part("Answer", completion, true));
      }
      case Row.Conversation(List<Row.Turn> turns) ->
          turns.forEach(
              turn ->
                  parts.add(
                      new Part(turn.role(), turn.content(), turn.role().equals("assistant"))));
      case Row.Text(String text) -> parts.add(new Part("Text", text, true));
      case Row.Tokens(var tokens) ->
          parts.add(
              new Part(
                  "Tokens",
                  "%s made elsewhere, %d of them learnt"
                      .formatted(Figures.counted(tokens.length(), "token"), tokens.labelTokens()),
                  true));
    }
    return new RowText(number, parts);
  }
}
