package org.deltaworks.corpus.demo;

import org.deltaworks.domain.datasets.Row.Prompted;
import org.deltaworks.domain.demos.DemoMetric;

/** Whether an answer is exactly the expected one: 1 or 0; spaces around it do not count. */
public final class ExactAnswerMetric implements DemoMetric {
  @Override
  public String code() {
    return "exact-answer";
  }

  @Override
  public String label() {
    return "reviews read right";
  }

  @Override
  public double score(Prompted row, String answer) {
    return answer.strip().equals(row.completion().strip()) ? 1 : 0;
  }
}
