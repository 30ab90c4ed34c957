package org.deltaworks.corpus.world;

import java.util.List;
import org.deltaworks.corpus.grammar.Noun;
import org.deltaworks.corpus.grammar.WordLists;

/**
 * Something one can own.
 *
 * @param noun its name
 * @param materials what it can be made of
 * @param use what it is for, a base form
 * @param kind tool, toy, piece of clothing …
 * @param low lowest fair price in coins
 * @param high highest fair price
 */
public record Thing(Noun noun, List<String> materials, String use, String kind, int low, int high) {
  static Thing of(List<String> row) {
    return new Thing(
        Noun.of(row.get(0)),
        WordLists.words(row.get(1)),
        row.get(2),
        row.get(3),
        Integer.parseInt(row.get(4)),
        Integer.parseInt(row.get(5)));
  }
}
