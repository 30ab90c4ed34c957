package org.deltaworks.domain.datasets;

/** The forms of rows as people say them; scripts and the catalog keep the names of the keys. */
public final class RowFormWords {
  private RowFormWords() {}

  /**
   * What rows of a form hold, such as {@code questions and answers}.
   *
   * @param form its name, such as {@code prompt/completion}
   */
  public static String of(String form) {
    return switch (form) {
      case "prompt/completion", "question/answer" -> "questions and answers";
      case "instruction/output" -> "instructions and answers";
      case "messages", "conversations" -> "conversations";
      case "text/label" -> "texts with labels";
      case "input_ids/labels" -> "tokens made elsewhere";
      case "text" -> "plain text";
      case "none" -> "no known form";
      default -> form;
    };
  }
}
