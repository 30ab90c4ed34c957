package org.deltaworks.text.template;

/**
 * Finds a part of a text in time that grows with the text alone (Knuth, Morris and Pratt, 1977):
 * the JDK's own search compares a long part anew at every place, which for two million times "a" in
 * four million takes hours.
 */
final class Search {
  /** Up to here the JDK's search is as good. */
  private static final int SHORT = 32;

  private Search() {}

  /** As {@link String#indexOf(String, int)}. */
  static int first(String text, String part, int from) {
    return part.length() <= SHORT ? text.indexOf(part, from) : find(text, part, from, false);
  }

  /** As {@link String#lastIndexOf(String)}. */
  static int last(String text, String part) {
    return part.length() <= SHORT ? text.lastIndexOf(part) : find(text, part, 0, true);
  }

  private static int find(String text, String part, int from, boolean last) {
    int[] borders = borders(part);
    int found = -1;
    int matched = 0;
    for (int i = from; i < text.length(); i++) {
      while (matched > 0 && text.charAt(i) != part.charAt(matched)) {
        matched = borders[matched - 1];
      }
      if (text.charAt(i) == part.charAt(matched)) {
        matched++;
      }
      if (matched == part.length()) {
        found = i - matched + 1;
        if (!last) {
          return found;
        }
        matched = borders[matched - 1];
      }
    }
    return found;
  }

  /** For each beginning of the part the length of its longest end that is a beginning too. */
  private static int[] borders(String part) {
    int[] borders = new int[part.length()];
    int border = 0;
    for (int i = 1; i < part.length(); i++) {
      while (border > 0 && part.charAt(i) != part.charAt(border)) {
        border = borders[border - 1];
      }
      if (part.charAt(i) == part.charAt(border)) {
        border++;
      }
      borders[i] = border;
    }
    return borders;
  }
}
