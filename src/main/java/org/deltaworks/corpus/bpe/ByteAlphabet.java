package org.deltaworks.corpus.bpe;

import java.nio.charset.StandardCharsets;

/**
 * A printable character for each byte, as GPT-2's tokenizer chose them: printable Latin-1 stands
 * for itself, the others for characters from U+0100 upwards.
 */
final class ByteAlphabet {
  private static final char[] CHARACTERS = characters();
  private static final int[] BYTES = bytes();

  private ByteAlphabet() {}

  /** All 256 characters, in the order of their bytes. */
  static char character(int unsignedByte) {
    return CHARACTERS[unsignedByte];
  }

  /** The text's UTF-8 bytes as printable characters. */
  static String print(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder printed = new StringBuilder(utf8.length);
    for (byte b : utf8) {
      printed.append(CHARACTERS[b & 0xFF]);
    }
    return printed.toString();
  }

  /** The bytes that printable characters stand for. */
  static byte[] bytes(String printed) {
    byte[] utf8 = new byte[printed.length()];
    for (int i = 0; i < utf8.length; i++) {
      utf8[i] = (byte) BYTES[printed.charAt(i)];
    }
    return utf8;
  }

  private static char[] characters() {
    char[] all = new char[256];
    int next = 256;
    for (int b = 0; b < 256; b++) {
      boolean printable = (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || b >= 0xAE;
      all[b] = printable ? (char) b : (char) next++;
    }
    return all;
  }

  private static int[] bytes() {
    int[] back = new int[512];
    for (int b = 0; b < 256; b++) {
      back[CHARACTERS[b]] = b;
    }
    return back;
  }
}
