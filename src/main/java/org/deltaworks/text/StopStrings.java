package org.deltaworks.text;

import java.util.List;

/**
 * Ends a streamed text before the first of some stop strings. A stop string may span several
 * tokens, so the end of the text is held back while it may still become one; what was shown is
 * never taken back. Not for several threads at once.
 */
public final class StopStrings {
  private final List<String> stops;
  private final StringBuilder held = new StringBuilder();
  private boolean met;

  /** Watches for these; none of them may be empty. */
  public StopStrings(List<String> stops) {
    if (stops.stream().anyMatch(String::isEmpty)) {
      throw new IllegalArgumentException("an empty stop string would end every text");
    }
    this.stops = List.copyOf(stops);
  }

  /** Adds a piece of text; gives what may be shown now, maybe nothing. */
  public String append(String piece) {
    if (met) {
      return "";
    }
    held.append(piece);
    int first = first();
    if (first >= 0) {
      met = true;
      String shown = held.substring(0, first);
      held.setLength(0);
      return shown;
    }
    return release(held.length() - undecided());
  }

  /** What was held back, once no more text comes. */
  public String finish() {
    return release(held.length());
  }

  /** Whether a stop string was met, which ended the text. */
  public boolean met() {
    return met;
  }

  private int first() {
    return stops.stream().mapToInt(held::indexOf).filter(at -> at >= 0).min().orElse(-1);
  }

  /** Length of the longest end of the text with which a stop string begins. */
  private int undecided() {
    String text = held.toString();
    int most = stops.stream().mapToInt(String::length).max().orElse(1) - 1;
    for (int length = Math.min(most, text.length()); length > 0; length--) {
      String end = text.substring(text.length() - length);
      if (stops.stream().anyMatch(stop -> stop.startsWith(end))) {
        return length;
      }
    }
    return 0;
  }

  private String release(int length) {
    String shown = held.substring(0, length);
    held.delete(0, length);
    return shown;
  }
}
