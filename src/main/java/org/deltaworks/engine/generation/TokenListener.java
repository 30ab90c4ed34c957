package org.deltaworks.engine.generation;

import java.util.Optional;
import org.deltaworks.domain.generation.Answer;

/** Hears each new token as it comes, and may end the answer. */
@FunctionalInterface
public interface TokenListener {
  /**
   * A token came that ends nothing by itself.
   *
   * @return why the answer ends here, such as a stop string or a person's wish; empty to go on
   */
  Optional<Answer.Stop> next(int id);
}
