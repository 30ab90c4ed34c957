package org.deltaworks.corpus.world;

import java.util.List;
import org.deltaworks.corpus.grammar.Deed;
import org.deltaworks.corpus.grammar.WordLists;

/**
 * A side of somebody's character.
 *
 * @param adjective patient
 * @param proofs what such a person does
 */
public record Trait(String adjective, List<Deed> proofs) {
  static Trait of(List<String> row) {
    return new Trait(row.get(0), WordLists.phrases(row.get(1)).stream().map(Deed::of).toList());
  }
}
