package org.deltaworks.corpus.bpe;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts text into pieces that no token crosses: GPT-2's pattern (a word with the space before it,
 * digits, marks, white space), the one that {@code ByteLevel} of Hugging Face's tokenizers uses.
 */
final class PreTokens {
  private static final Pattern PIECE =
      Pattern.compile(
          "'(?:[sdmt]|ll|ve|re)| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
          Pattern.UNICODE_CHARACTER_CLASS);

  private PreTokens() {}

  /** Hands every piece on, in order; together they are the text. */
  static void of(String text, Consumer<String> piece) {
    Matcher matcher = PIECE.matcher(text);
    while (matcher.find()) {
      piece.accept(matcher.group());
    }
  }
}
