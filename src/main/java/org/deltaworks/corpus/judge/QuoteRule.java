package org.deltaworks.corpus.judge;

import java.util.ArrayList;
import java.util.List;

/** Quotes come in pairs within a paragraph; one opens before a word and closes behind one. */
final class QuoteRule implements StoryRule {
  @Override
  public List<Finding> check(Story story) {
    List<Finding> findings = new ArrayList<>();
    for (String paragraph : story.text().split("\n")) {
      if (!paired(paragraph)) {
        findings.add(new Finding(Rule.QUOTES, paragraph));
      }
    }
    return findings;
  }

  private static boolean paired(String paragraph) {
    boolean open = false;
    for (int i = 0; i < paragraph.length(); i++) {
      char mark = paragraph.charAt(i);
      if (mark != '"' && mark != '“' && mark != '”') {
        continue;
      }
      boolean turned = mark == '“' && open || mark == '”' && !open;
      boolean loose = open ? blank(paragraph, i - 1) : blank(paragraph, i + 1);
      if (turned || loose) {
        return false;
      }
      open = !open;
    }
    return !open;
  }

  private static boolean blank(String text, int at) {
    return at < 0 || at >= text.length() || Character.isWhitespace(text.charAt(at));
  }
}
