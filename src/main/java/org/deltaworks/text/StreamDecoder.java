package org.deltaworks.text;

import java.util.Arrays;

/**
 * Text of a continuation, token by token, that never shows half a character: a token may hold only
 * some bytes of an emoji, so text is held back while it ends in the mark of an incomplete
 * character. Not for several threads at once.
 */
public final class StreamDecoder {
  private static final char INCOMPLETE = '\uFFFD';

  /** Tokens looked back, so that spaces between tokens come out right. */
  private static final int CONTEXT = 6;

  /** More pending tokens than any character needs: what is held back is no character at all. */
  private static final int PATIENCE = 12;

  private final Tokenizer tokenizer;
  private int[] window;
  private int known;
  private int shown;

  StreamDecoder(Tokenizer tokenizer, int[] context) {
    this.tokenizer = tokenizer;
    this.window =
        Arrays.copyOfRange(context, Math.max(0, context.length - CONTEXT), context.length);
    this.known = window.length;
  }

  /** Adds a token; the text that is certain now and was not before, maybe empty. */
  public String append(int id) {
    window = Arrays.copyOf(window, window.length + 1);
    window[window.length - 1] = id;
    String before = tokenizer.decode(Arrays.copyOf(window, known), true);
    String now = tokenizer.decode(window, true);
    boolean patient = window.length - known < PATIENCE;
    boolean waiting = patient && now.endsWith(String.valueOf(INCOMPLETE));
    String news = cut(now, before.length() + shown, waiting ? certain(now) : now.length());
    // A special token shows nothing and is no context for the space before the next one.
    if (waiting || (patient && news.isEmpty())) {
      shown += news.length();
    } else {
      window = Arrays.copyOfRange(window, known, window.length);
      known = window.length;
      shown = 0;
    }
    return news;
  }

  /** What is still held back, at the end of the text. */
  public String finish() {
    String before = tokenizer.decode(Arrays.copyOf(window, known), true);
    String now = tokenizer.decode(window, true);
    String rest = cut(now, before.length() + shown, now.length());
    shown += rest.length();
    return rest;
  }

  private static String cut(String text, int from, int to) {
    return from < to ? text.substring(from, to) : "";
  }

  private static int certain(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == INCOMPLETE) {
      end--;
    }
    return end;
  }
}
