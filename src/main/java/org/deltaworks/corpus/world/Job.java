package org.deltaworks.corpus.world;

import java.util.List;
import org.deltaworks.corpus.grammar.Deed;
import org.deltaworks.corpus.grammar.Noun;
import org.deltaworks.corpus.grammar.WordLists;

/**
 * A profession.
 *
 * @param noun its name
 * @param workplace where it is done
 * @param deeds what is done
 * @param tools what it takes
 */
public record Job(Noun noun, String workplace, List<Deed> deeds, List<Noun> tools) {
  static Job of(List<String> row) {
    return new Job(
        Noun.of(row.get(0)),
        row.get(1),
        WordLists.phrases(row.get(2)).stream().map(Deed::of).toList(),
        WordLists.words(row.get(3)).stream().map(Noun::of).toList());
  }

  /** at the harbour, on the farm. */
  public String there() {
    String preposition =
        switch (workplace) {
          case "farm", "hill", "beach" -> "on";
          case "airport", "harbour", "bus station", "post office", "fire station" -> "at";
          default -> "in";
        };
    return preposition + " the " + workplace;
  }
}
