package org.deltaworks.corpus.world;

import java.util.List;
import org.deltaworks.corpus.grammar.Deed;
import org.deltaworks.corpus.grammar.WordLists;

/**
 * Something the hero wants, what is in the way, and how it works in the end.
 *
 * @param deed what is wanted
 * @param obstacle a clause in the past
 * @param plan what the hero does about it
 * @param ending a clause in the past
 * @param feeling how the hero feels then
 */
public record Wish(Deed deed, String obstacle, List<Deed> plan, String ending, String feeling) {
  static Wish of(List<String> row) {
    return new Wish(
        Deed.of(row.get(0)),
        row.get(1),
        WordLists.phrases(row.get(2)).stream().map(Deed::of).toList(),
        row.get(3),
        row.get(4));
  }
}
