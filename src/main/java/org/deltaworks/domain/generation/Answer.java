package org.deltaworks.domain.generation;

import java.util.List;
import java.util.Locale;

/**
 * What a model answered.
 *
 * @param ids prompt and answer tokens
 * @param text the answer alone
 * @param stop why it ended
 * @param tokensPerSecond rate of the new tokens
 */
public record Answer(List<Integer> ids, String text, Stop stop, double tokensPerSecond) {
  /** Why an answer ended. */
  public enum Stop {
    END_OF_SEQUENCE,
    STOP_STRING,
    LENGTH,
    CONTEXT_FULL,
    CANCELLED;

    /** The name that scripts see. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Answer {
    ids = List.copyOf(ids);
  }
}
