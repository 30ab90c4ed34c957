package org.deltaworks.corpus.polder;

import java.util.Arrays;
import java.util.List;
import org.deltaworks.corpus.bpe.BpeEncoder;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.genre.ReadingForms;

/**
 * Rows of nothing but questions about a text, of which only the answers are learnt. In ordinary
 * text few tokens answer anything, and what the others ask of a small model (which of a thousand
 * names comes next) drowns what answering asks of it: to look back at the right one.
 */
final class Lessons {
  private static final int ASSISTANT = PolderTokens.SPECIAL.indexOf("<|assistant|>");
  private static final List<String> MARKS = List.of("\nAnswer:", "\nA:");

  private final Dice dice;
  private final ReadingForms reading;
  private final BpeEncoder encoder;
  private final List<int[]> marks;
  private final int newline;

  /** Lessons drawn from these dice. */
  Lessons(Dice dice, ReadingForms reading, BpeEncoder encoder) {
    this.dice = dice;
    this.reading = reading;
    this.encoder = encoder;
    this.marks = MARKS.stream().map(this::behind).toList();
    this.newline = behind("\n")[0];
  }

  /** Tokens of a text that stands behind another. */
  private int[] behind(String text) {
    int[] both = encoder.encode("x" + text);
    return Arrays.copyOfRange(both, encoder.encode("x").length, both.length);
  }

  /** As many whole lessons as this many tokens hold. */
  TokenRow row(int most) {
    int[] row = new int[most];
    int filled = 0;
    while (true) {
      int[] ids = encoder.encode(PolderTokens.text(reading.lesson(dice)));
      if (filled + ids.length > most) {
        return filled == 0 ? row(most) : answers(Arrays.copyOf(row, filled));
      }
      System.arraycopy(ids, 0, row, filled, ids.length);
      filled += ids.length;
    }
  }

  /** The row of these tokens in which the answers, with what ends them, are learnt. */
  TokenRow answers(int[] ids) {
    int[] labels = new int[ids.length];
    boolean answer = false;
    for (int i = 0; i < ids.length; i++) {
      labels[i] = answer ? ids[i] : TokenRow.IGNORED;
      boolean ends = ids[i] == PolderTokens.END_ID || ids[i] == newline;
      answer = answer ? !ends : ids[i] == ASSISTANT || marked(ids, i);
    }
    return new TokenRow(ids, labels);
  }

  private boolean marked(int[] ids, int last) {
    return marks.stream()
        .anyMatch(
            mark ->
                last + 1 >= mark.length
                    && Arrays.equals(ids, last + 1 - mark.length, last + 1, mark, 0, mark.length));
  }
}
