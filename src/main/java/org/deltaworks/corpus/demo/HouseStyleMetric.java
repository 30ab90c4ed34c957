package org.deltaworks.corpus.demo;

import java.util.List;
import org.deltaworks.domain.datasets.Row.Prompted;
import org.deltaworks.domain.demos.DemoMetric;

/**
 * Whether an answer keeps to the house style: 1 if it is four lines, three different points that
 * begin with a dash and one question at the end; else 0.
 */
public final class HouseStyleMetric implements DemoMetric {
  private static final int POINTS = 3;

  @Override
  public String code() {
    return "house-style";
  }

  @Override
  public String label() {
    return "answers in the house style";
  }

  @Override
  public double score(Prompted row, String answer) {
    List<String> lines =
        answer.strip().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.size() != POINTS + 1) {
      return 0;
    }
    List<String> points = lines.subList(0, POINTS);
    String last = lines.getLast();
    boolean listed = points.stream().allMatch(point -> point.matches("- \\S.*"));
    boolean asks = last.endsWith("?") && !last.startsWith("-");
    return listed && asks && points.stream().distinct().count() == POINTS ? 1 : 0;
  }
}
