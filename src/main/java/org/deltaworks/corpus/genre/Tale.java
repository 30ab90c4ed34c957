package org.deltaworks.corpus.genre;

import java.util.List;

/**
 * A text and what can be asked about it.
 *
 * @param title a heading, without end mark
 * @param text paragraphs of sentences
 * @param questions questions that the text answers; may be empty
 */
public record Tale(String title, String text, List<Question> questions) {
  public Tale {
    questions = List.copyOf(questions);
  }
}
