package org.deltaworks.text;

import java.util.List;

/**
 * A text in tokens, and where in the text each comes from.
 *
 * @param ids token ids
 * @param pieces the tokens as the vocabulary writes them
 * @param spans part of the text that each token stands for, in Java characters; empty parts for
 *     tokens that the tokenizer added
 */
public record EncodedText(int[] ids, List<String> pieces, List<Span> spans) {
  public EncodedText {
    pieces = List.copyOf(pieces);
    spans = List.copyOf(spans);
    if (pieces.size() != ids.length || spans.size() != ids.length) {
      throw new IllegalArgumentException("as many pieces and spans as ids");
    }
  }

  /** Part of a text, {@code to} not included. */
  public record Span(int from, int to) {}
}
