package org.deltaworks.corpus.bpe;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts text into pieces that no token crosses: GPT-2's pattern (a word with the space before it,
 * digits, marks, white space), the one that {@code ByteLevel} of Hugging Face's tokenizers uses. A
 * space is put before a text that begins without one, as its {@code add_prefix_space} does: a name
 * is then the same token in the middle of a text and as the first word of an answer.
 */
final class PreTokens {
  private static final Pattern PIECE =
      Pattern.compile(
          "'(?:[sdmt]|ll|ve|re)| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
          Pattern.UNICODE_CHARACTER_CLASS);

  private PreTokens() {}

  /** Hands every piece on, in order; together they are the text, with a space before it. */
  static void of(String text, Consumer<String> piece) {
    Matcher matcher = PIECE.matcher(text.isEmpty() || text.startsWith(" ") ? text : " " + text);
    while (matcher.find()) {
      piece.accept(matcher.group());
    }
  }
}
