package org.deltaworks.corpus.genre;

import java.util.List;

/**
 * A text of facts and every question that it answers.
 *
 * @param text sentences, some of which may be about something else
 * @param questions in random order; never empty
 */
public record ReadingText(String text, List<Asked> questions) {
  public ReadingText {
    questions = List.copyOf(questions);
  }
}
