package org.deltaworks.corpus.world;

import java.util.List;
import org.deltaworks.corpus.grammar.Deed;
import org.deltaworks.corpus.grammar.WordLists;

/**
 * Something that goes wrong, why, and how it can be mended.
 *
 * @param deed what happens to the hero
 * @param cause a clause in the past, with places for pronouns
 * @param feeling how the hero feels about it
 * @param remedies what the hero can do
 * @param ending a clause in the past: how it ends well
 */
public record Trouble(Deed deed, String cause, String feeling, List<Deed> remedies, String ending) {
  static Trouble of(List<String> row) {
    return new Trouble(
        Deed.of(row.get(0)),
        row.get(1),
        row.get(2),
        WordLists.phrases(row.get(3)).stream().map(Deed::of).toList(),
        row.get(4));
  }
}
