package org.deltaworks.corpus.demo;

import java.util.List;
import java.util.Locale;
import org.deltaworks.domain.datasets.Row.Prompted;
import org.deltaworks.domain.demos.DemoMetric;

/**
 * Whether an answer is a rhyming couplet on its topic: 1 if it has two lines, their last words
 * differ and rhyme by {@link Rhyme}, and the topic's words stand in it; else 0.
 */
public final class RhymeMetric implements DemoMetric {
  @Override
  public String code() {
    return "rhyme";
  }

  @Override
  public String label() {
    return "couplets that rhyme and keep to the topic";
  }

  @Override
  public double score(Prompted row, String answer) {
    List<String> lines = answer.strip().lines().filter(line -> !line.isBlank()).toList();
    String topic = row.prompt().substring(row.prompt().indexOf(':') + 1).strip();
    String said = " " + answer.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ") + " ";
    boolean onTopic = said.contains(" " + topic.toLowerCase(Locale.ROOT) + " ");
    return lines.size() == 2 && onTopic && Rhyme.rhymes(lines.getFirst(), lines.getLast()) ? 1 : 0;
  }
}
