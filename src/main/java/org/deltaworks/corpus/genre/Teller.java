package org.deltaworks.corpus.genre;

import org.deltaworks.corpus.chance.Dice;

/** Writes texts of one kind. Holds no state besides the world it tells of. */
public interface Teller {
  /** A new text. */
  Tale tell(Dice dice);
}
