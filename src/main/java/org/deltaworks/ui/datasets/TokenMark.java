package org.deltaworks.ui.datasets;

import java.util.ArrayList;
import java.util.List;
import org.deltaworks.service.datasets.LabelledToken;

/**
 * A token as the label view shows it.
 *
 * @param text its letters, with line ends and blanks made visible where they stand alone
 * @param id its number
 * @param fate what happens to it
 */
public record TokenMark(String text, int id, Fate fate) {
  /** What training does with a token. */
  public enum Fate {
    /** The model learns to say it. */
    LEARNT("learnt"),
    /** The model reads it, and that is all. */
    READ("only read"),
    /** It is beyond the longest row and never seen. */
    CUT("cut off");

    private final String words;

    Fate(String words) {
      this.words = words;
    }

    /** Words for a legend and a screen reader. */
    public String words() {
      return words;
    }
  }

  /** The marks of a row that is cut after so many tokens. */
  public static List<TokenMark> of(List<LabelledToken> tokens, int maxLength) {
    List<TokenMark> marks = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      LabelledToken token = tokens.get(i);
      // The first token is never learnt: nothing comes before it to learn it from.
      boolean learnt = token.learnt() && i > 0;
      Fate fate = i >= maxLength ? Fate.CUT : learnt ? Fate.LEARNT : Fate.READ;
      marks.add(new TokenMark(visible(token.text()), token.id(), fate));
    }
    return marks;
  }

  private static String visible(String text) {
    String shown = text.replace("\r", "").replace("\n", "\u23ce").replace("\t", "\u21e5");
    if (shown.isEmpty()) {
      // The start of a word, whose blank a tokenizer leaves out when it stands alone.
      return "\u00b7";
    }
    return shown.isBlank() ? shown.replace(' ', '\u00b7') : shown;
  }
}
