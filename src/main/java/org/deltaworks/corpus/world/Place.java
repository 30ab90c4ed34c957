package org.deltaworks.corpus.world;

import java.util.List;
import org.deltaworks.corpus.grammar.Deed;
import org.deltaworks.corpus.grammar.Noun;
import org.deltaworks.corpus.grammar.WordLists;

/**
 * A kind of place.
 *
 * @param noun its name
 * @param preposition how one is there: in, at, on, by
 * @param looks how it can be
 * @param things what is found there
 * @param deeds what one does there
 */
public record Place(
    Noun noun, String preposition, List<String> looks, List<Noun> things, List<Deed> deeds) {
  static Place of(List<String> row) {
    return new Place(
        Noun.of(row.get(0)),
        row.get(1),
        WordLists.words(row.get(2)),
        WordLists.words(row.get(3)).stream().map(Noun::of).toList(),
        WordLists.phrases(row.get(4)).stream().map(Deed::of).toList());
  }

  /** in the kitchen. */
  public String there() {
    return preposition + " the " + noun.singular();
  }
}
