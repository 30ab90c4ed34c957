package org.deltaworks.corpus.polder;

import java.util.List;
import java.util.stream.Collectors;
import org.deltaworks.domain.datasets.Row;

/**
 * The special tokens and the chat form of the bundled model: each turn is its role's token, the
 * words, and the token that ends every text too, so that one end of sequence serves all.
 */
public final class PolderTokens {
  /** Ends every text and every turn; id 0. */
  public static final String END = "<|endoftext|>";

  /** All special tokens in the order of their ids. */
  public static final List<String> SPECIAL =
      List.of(END, "<|system|>", "<|user|>", "<|assistant|>", "<|pad|>");

  /** Id of {@link #END}. */
  public static final int END_ID = 0;

  /** Id of the padding token. */
  public static final int PAD_ID = 4;

  /** The chat template, in Jinja, with marks around what the assistant says. */
  public static final String TEMPLATE =
      "{%- for message in messages -%}{{- '<|' + message['role'] + '|>' -}}"
          + "{%- if message['role'] == 'assistant' -%}"
          + "{%- generation -%}{{- message['content'] + eos_token -}}{%- endgeneration -%}"
          + "{%- else -%}{{- message['content'] + eos_token -}}{%- endif -%}{%- endfor -%}"
          + "{%- if add_generation_prompt -%}{{- '<|assistant|>' -}}{%- endif -%}";

  private PolderTokens() {}

  /** A document as the model sees it, its end included. */
  public static String text(Row row) {
    return switch (row) {
      case Row.Text plain -> plain.text() + END;
      case Row.Conversation chat ->
          chat.turns().stream()
              .map(turn -> "<|" + turn.role() + "|>" + turn.content() + END)
              .collect(Collectors.joining());
      case Row.Prompted ignored ->
          throw new IllegalArgumentException("the corpus has no such rows");
      case Row.Tokens ignored -> throw new IllegalArgumentException("the corpus has no such rows");
    };
  }
}
