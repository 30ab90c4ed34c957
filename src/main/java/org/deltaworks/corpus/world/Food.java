package org.deltaworks.corpus.world;

import java.util.List;
import org.deltaworks.corpus.grammar.Noun;
import org.deltaworks.corpus.grammar.WordLists;

/**
 * Something to eat or drink.
 *
 * @param noun its name
 * @param kind fruit, vegetable, dish, drink …
 * @param tastes how it can be
 * @param low lowest fair price in coins
 * @param high highest fair price
 * @param measure what one buys or is served of it: a bag, a bowl
 */
public record Food(Noun noun, String kind, List<String> tastes, int low, int high, Noun measure) {
  static Food of(List<String> row) {
    return new Food(
        Noun.of(row.get(0)),
        row.get(1),
        WordLists.words(row.get(2)),
        Integer.parseInt(row.get(3)),
        Integer.parseInt(row.get(4)),
        Noun.of(row.get(5)));
  }

  /** Its name where no number is meant: apples, bread. */
  public String generally() {
    return noun.plural();
  }

  /** Its name after a measure: (a bag of) apples, (a slice of) melon. */
  public String inMeasure() {
    boolean part = measure.singular().equals("slice") || measure.singular().equals("piece");
    return part ? noun.singular() : generally();
  }

  /** a bowl of soup. */
  public String portion() {
    return measure.one() + " of " + inMeasure();
  }
}
