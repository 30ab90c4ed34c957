package org.deltaworks.text.template;

/** A template cannot be read or rendered; told to people by {@link ChatTemplate} only. */
final class TemplateError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Whether the template itself refused its input by {@code raise_exception}. */
  private final boolean raised;

  TemplateError(String message) {
    this(message, false);
  }

  TemplateError(String message, boolean raised) {
    super(message, null, false, false);
    this.raised = raised;
  }

  boolean raised() {
    return raised;
  }

  String reason() {
    String message = getMessage();
    return message == null ? "unknown" : message;
  }
}
