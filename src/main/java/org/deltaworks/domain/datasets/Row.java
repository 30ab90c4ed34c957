package org.deltaworks.domain.datasets;

import java.util.List;

/** One example of a dataset, in one of the forms of the data contract, before tokens. */
public sealed interface Row {
  /** Tokens somebody else made; used as they are. */
  record Tokens(TokenizedRow row) implements Row {}

  /** A question and the answer to learn. */
  record Prompted(String prompt, String completion) implements Row {}

  /** A conversation; the assistant's turns are learnt. */
  record Conversation(List<Turn> turns) implements Row {
    public Conversation {
      turns = List.copyOf(turns);
    }
  }

  /** Plain text; every token is learnt. */
  record Text(String text) implements Row {}

  /**
   * One message of a conversation.
   *
   * @param role {@code system}, {@code user} or {@code assistant} (or what a template knows
   *     besides)
   * @param content what was said
   */
  record Turn(String role, String content) {}
}
