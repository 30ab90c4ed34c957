package org.deltaworks.corpus.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.deltaworks.domain.datasets.Row.Prompted;
import org.deltaworks.domain.demos.DemoMetric;

/**
 * Whether an answer is one sentence that holds all three facts: 1 if name, food and price stand in
 * it word for word, it ends like a sentence and is not the form itself; else 0.
 */
public final class MenuSlotsMetric implements DemoMetric {
  private static final Pattern END_INSIDE = Pattern.compile("[.!?]\\s+\\S");

  @Override
  public String code() {
    return "menu-slots";
  }

  @Override
  public String label() {
    return "sentences with name, food and price";
  }

  @Override
  public double score(Prompted row, String answer) {
    String said = answer.strip();
    boolean sentence =
        said.matches("(?s)[\\p{Lu}\\p{N}\"].*[.!?]")
            && !said.contains("|")
            && !END_INSIDE.matcher(said).find();
    boolean whole =
        Arrays.stream(row.prompt().split("\\|"))
            .map(slot -> slot.substring(slot.indexOf(':') + 1).strip())
            .allMatch(value -> holds(said, value));
    return sentence && whole ? 1 : 0;
  }

  /** Word for word: "3 coins" is not in "13 coins". */
  private static boolean holds(String said, String value) {
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(low(value)) + "(?![\\p{L}\\p{N}])")
        .matcher(low(said))
        .find();
  }

  private static String low(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
