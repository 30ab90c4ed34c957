package org.deltaworks.text;

/** Turns the native library's offsets, counted in code points, into Java's. */
final class CodePoints {
  private final String text;
  private int point;
  private int character;

  CodePoints(String text) {
    this.text = text;
  }

  /** Index of the character where a code point begins; quick where calls go mostly forward. */
  int toCharacter(int codePoint) {
    if (codePoint < point) {
      point = 0;
      character = 0;
    }
    character = text.offsetByCodePoints(character, codePoint - point);
    point = codePoint;
    return character;
  }
}
