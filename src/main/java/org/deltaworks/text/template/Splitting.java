package org.deltaworks.text.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.deltaworks.text.template.Python.Tuple;

/** How Python cuts a text into parts: {@code split}, {@code rsplit}, {@code partition}. */
final class Splitting {
  /** Parts that nobody cuts off a text's end. */
  private static final int MOST_FROM_THE_RIGHT = 10_000;

  private Splitting() {}

  static Object split(String text, List<Object> positional, Map<String, Object> named) {
    Object separator =
        positional.isEmpty() ? named.getOrDefault("sep", Python.NONE) : positional.getFirst();
    long most =
        positional.size() > 1
            ? Python.whole(positional.get(1))
            : Python.whole(named.getOrDefault("maxsplit", -1L));
    List<Object> parts = new ArrayList<>();
    if (separator == Python.NONE) {
      String rest = text.strip();
      int start = 0;
      while (start < rest.length()) {
        int end = start;
        while (end < rest.length() && !Character.isWhitespace(rest.charAt(end))) {
          end++;
        }
        if (most >= 0 && parts.size() == most) {
          end = rest.length();
        }
        parts.add(rest.substring(start, end));
        start = end;
        while (start < rest.length() && Character.isWhitespace(rest.charAt(start))) {
          start++;
        }
      }
      return parts;
    }
    String mark = Methods.string(separator);
    if (mark.isEmpty()) {
      throw new TemplateError("a text cannot be split at nothing");
    }
    int from = 0;
    for (int at = Search.first(text, mark, 0);
        at >= 0 && (most < 0 || parts.size() < most);
        at = Search.first(text, mark, from)) {
      parts.add(text.substring(from, at));
      from = at + mark.length();
    }
    parts.add(text.substring(from));
    return parts;
  }

  static Object rsplit(String text, List<Object> positional, Map<String, Object> named) {
    long most =
        positional.size() > 1
            ? Python.whole(positional.get(1))
            : Python.whole(named.getOrDefault("maxsplit", -1L));
    if (most < 0 || positional.isEmpty()) {
      return split(text, positional, named);
    }
    String mark = Methods.string(positional.getFirst());
    List<Object> parts = new ArrayList<>();
    if (mark.isEmpty()) {
      throw new TemplateError("a text cannot be split at nothing");
    }
    int end = text.length();
    for (int at = text.lastIndexOf(mark);
        at >= 0 && parts.size() < Math.min(most, MOST_FROM_THE_RIGHT);
        at = text.lastIndexOf(mark, end - mark.length())) {
      parts.add(text.substring(at + mark.length(), end));
      end = at;
    }
    parts.add(text.substring(0, end));
    Collections.reverse(parts);
    return parts;
  }

  static Object partition(String text, String mark) {
    int at = Search.first(text, mark, 0);
    return at < 0
        ? new Tuple(List.of(text, "", ""))
        : new Tuple(List.of(text.substring(0, at), mark, text.substring(at + mark.length())));
  }
}
