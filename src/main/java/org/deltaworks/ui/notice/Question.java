package org.deltaworks.ui.notice;

import java.util.List;

/**
 * Something to decide before going on. Destructive acts have an undo instead of a question.
 *
 * @param title the question, short
 * @param text what follows from each answer
 * @param choices the answers, the one for Escape first, the main one last
 */
public record Question(String title, String text, List<Choice> choices) {
  public Question {
    choices = List.copyOf(choices);
    if (choices.isEmpty()) {
      throw new IllegalArgumentException("a question without an answer");
    }
  }

  /**
   * One answer.
   *
   * @param label on its button: a verb
   * @param weight how the button looks
   * @param act what happens
   */
  public record Choice(String label, Weight weight, Runnable act) {}

  /** How much a button calls for attention. */
  public enum Weight {
    PLAIN,
    MAIN,
    DANGER
  }

  /** An answer that changes nothing. */
  public static Choice cancel(String label) {
    return new Choice(label, Weight.PLAIN, () -> {});
  }

  /** The answer most people want. */
  public static Choice main(String label, Runnable act) {
    return new Choice(label, Weight.MAIN, act);
  }

  /** An answer that loses something. */
  public static Choice danger(String label, Runnable act) {
    return new Choice(label, Weight.DANGER, act);
  }

  /** Another answer. */
  public static Choice plain(String label, Runnable act) {
    return new Choice(label, Weight.PLAIN, act);
  }
}
