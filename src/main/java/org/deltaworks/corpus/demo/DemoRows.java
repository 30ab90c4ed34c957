package org.deltaworks.corpus.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.domain.datasets.Row.Prompted;

/** What writes the rows of a demo. Immutable. */
interface DemoRows {
  /** One row, by these dice. */
  Prompted row(Dice dice, Part part);

  /** Names and things that held-out rows use and that no training row has. */
  Set<String> keptApart();

  /** This many rows without two of the same prompt; the same seed writes the same rows. */
  default List<Prompted> rows(Part part, int count, long seed) {
    Dice dice = new Dice(seed);
    Set<String> asked = new HashSet<>();
    List<Prompted> rows = new ArrayList<>();
    while (rows.size() < count) {
      Prompted row = row(dice, part);
      if (asked.add(row.prompt())) {
        rows.add(row);
      }
    }
    return rows;
  }
}
