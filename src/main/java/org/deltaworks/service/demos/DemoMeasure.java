package org.deltaworks.service.demos;

import java.util.List;

/**
 * How well a model does a demo's task, on rows it was never trained on.
 *
 * @param answers what it said to every held-out prompt
 */
public record DemoMeasure(List<DemoAnswer> answers) {
  public DemoMeasure {
    answers = List.copyOf(answers);
  }

  /**
   * One answer.
   *
   * @param prompt what was asked
   * @param expected what the held-out row says
   * @param answer what the model said
   * @param score 0 to 1, by the demo's metric
   */
  public record DemoAnswer(String prompt, String expected, String answer, double score) {}

  /** Mean score, 0 to 1. */
  public double mean() {
    return answers.stream().mapToDouble(DemoAnswer::score).average().orElse(0);
  }
}
