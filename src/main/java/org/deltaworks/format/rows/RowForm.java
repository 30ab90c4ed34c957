package org.deltaworks.format.rows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The forms of a row that are known by their keys, the most telling first. */
public enum RowForm {
  TOKENS("input_ids/labels", List.of("input_ids")),
  MESSAGES("messages", List.of("messages")),
  CONVERSATIONS("conversations", List.of("conversations")),
  PROMPT("prompt/completion", List.of("prompt", "completion")),
  QUESTION("question/answer", List.of("question", "answer")),
  INSTRUCTION("instruction/output", List.of("instruction", "output")),
  CLASSIFIED("text/label", List.of("text", "label")),
  TEXT("text", List.of("text"));

  private final String text;
  private final List<String> keys;

  RowForm(String text, List<String> keys) {
    this.text = text;
    this.keys = keys;
  }

  /** Its name for people. */
  public String text() {
    return text;
  }

  /** The keys that a row of this form must have. */
  public List<String> keys() {
    return keys;
  }

  /** The form of a row with these keys. */
  static Optional<RowForm> of(Set<String> keys) {
    return Arrays.stream(values()).filter(form -> keys.containsAll(form.keys)).findFirst();
  }

  /** All of them, for a message. */
  static String all() {
    return String.join(", ", Arrays.stream(values()).map(RowForm::text).toList());
  }
}
