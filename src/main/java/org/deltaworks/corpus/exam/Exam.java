package org.deltaworks.corpus.exam;

import java.util.List;
import java.util.function.Predicate;

/**
 * Questions to a model, each with the rule that says whether an answer is right.
 *
 * @param name for reports
 * @param tasks in a fixed order, the same for every model
 */
public record Exam(String name, List<Task> tasks) {
  public Exam {
    tasks = List.copyOf(tasks);
  }

  /**
   * One question.
   *
   * @param prompt what is asked
   * @param chat whether it is a user's message; otherwise the model goes on with the prompt
   * @param expected an answer that is right, for a person to compare
   * @param right the rule; sees the answer alone
   */
  public record Task(String prompt, boolean chat, String expected, Predicate<String> right) {}
}
