package org.deltaworks.text.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.deltaworks.text.template.Python.Callable;
import org.deltaworks.text.template.Python.Tuple;

/**
 * The methods of Python's texts, lists and mappings that a sandboxed template may call; those that
 * would change a value are refused, as in Jinja's immutable sandbox.
 */
final class Methods {
  private Methods() {}

  /** The method of this name, if the value has it. */
  static Optional<Callable> of(Object value, String name) {
    return switch (value) {
      case String text -> ofText(text, name);
      case Map<?, ?> map -> ofMap(map, name);
      case List<?> list -> ofList(list, name);
      case Tuple tuple ->
          ofList(tuple.items(), name).filter(m -> name.equals("index") || name.equals("count"));
      default -> Optional.empty();
    };
  }

  private static Optional<Callable> ofText(String text, String name) {
    Callable method =
        switch (name) {
          case "strip" -> (p, n) -> strip(text, p, true, true);
          case "lstrip" -> (p, n) -> strip(text, p, true, false);
          case "rstrip" -> (p, n) -> strip(text, p, false, true);
          case "split" -> (p, n) -> Splitting.split(text, p, n);
          case "rsplit" -> (p, n) -> Splitting.rsplit(text, p, n);
          case "splitlines" -> (p, n) -> new ArrayList<Object>(text.lines().toList());
          case "startswith" -> (p, n) -> affix(p.getFirst(), text::startsWith);
          case "endswith" -> (p, n) -> affix(p.getFirst(), text::endsWith);
          case "upper" -> (p, n) -> text.toUpperCase(Locale.ROOT);
          case "lower" -> (p, n) -> text.toLowerCase(Locale.ROOT);
          case "title" -> (p, n) -> title(text);
          case "capitalize" -> (p, n) -> capitalize(text);
          case "replace" -> (p, n) -> replace(text, p);
          case "find" ->
              (p, n) -> codePointIndex(text, Search.first(text, string(p.getFirst()), 0));
          case "rfind" -> (p, n) -> codePointIndex(text, Search.last(text, string(p.getFirst())));
          case "index" ->
              (p, n) -> found(codePointIndex(text, Search.first(text, string(p.getFirst()), 0)));
          case "count" -> (p, n) -> count(text, string(p.getFirst()));
          case "join" -> (p, n) -> join(text, p.getFirst());
          case "removeprefix" ->
              (p, n) -> {
                String part = string(p.getFirst());
                return text.startsWith(part) ? text.substring(part.length()) : text;
              };
          case "removesuffix" ->
              (p, n) -> {
                String part = string(p.getFirst());
                return text.endsWith(part)
                    ? text.substring(0, text.length() - part.length())
                    : text;
              };
          case "isdigit", "isnumeric", "isdecimal" ->
              (p, n) -> !text.isEmpty() && text.codePoints().allMatch(Character::isDigit);
          case "isalpha" ->
              (p, n) -> !text.isEmpty() && text.codePoints().allMatch(Character::isLetter);
          case "isalnum" ->
              (p, n) -> !text.isEmpty() && text.codePoints().allMatch(Character::isLetterOrDigit);
          case "isspace" ->
              (p, n) -> !text.isEmpty() && text.codePoints().allMatch(Character::isWhitespace);
          case "isupper" ->
              (p, n) ->
                  text.codePoints().anyMatch(Character::isUpperCase)
                      && text.codePoints().noneMatch(Character::isLowerCase);
          case "islower" ->
              (p, n) ->
                  text.codePoints().anyMatch(Character::isLowerCase)
                      && text.codePoints().noneMatch(Character::isUpperCase);
          case "partition" -> (p, n) -> Splitting.partition(text, string(p.getFirst()));
          case "format" -> (p, n) -> Formatting.braces(text, p, n);
          case "zfill" ->
              (p, n) ->
                  "0"
                          .repeat(
                              (int)
                                  Math.clamp(Python.whole(p.getFirst()) - text.length(), 0, 10_000))
                      + text;
          default -> null;
        };
    return Optional.ofNullable(method);
  }

  private static Optional<Callable> ofMap(Map<?, ?> map, String name) {
    Callable method =
        switch (name) {
          case "items" ->
              (p, n) -> {
                List<Object> items = new ArrayList<>();
                map.forEach((k, v) -> items.add(new Tuple(List.of(k, v))));
                return items;
              };
          case "keys" -> (p, n) -> new ArrayList<Object>(map.keySet());
          case "values" -> (p, n) -> new ArrayList<Object>(map.values());
          case "get" ->
              (p, n) -> {
                Object fallback = p.size() > 1 ? p.get(1) : n.getOrDefault("default", Python.NONE);
                Object value = map.get(Python.key(p.getFirst()));
                return value == null ? fallback : value;
              };
          case "copy" -> (p, n) -> new java.util.LinkedHashMap<Object, Object>(map);
          case "update", "pop", "clear", "setdefault", "popitem" ->
              (p, n) -> {
                throw new TemplateError(
                    "\"" + name + "\" would change a value, which templates may not do");
              };
          default -> null;
        };
    return Optional.ofNullable(method);
  }

  private static Optional<Callable> ofList(List<?> list, String name) {
    Callable method =
        switch (name) {
          case "index" ->
              (p, n) -> {
                int[] looks = new int[1];
                for (int i = 0; i < list.size(); i++) {
                  if (Python.equal(list.get(i), p.getFirst(), looks)) {
                    return (long) i;
                  }
                }
                throw new TemplateError("the list does not hold " + PythonText.repr(p.getFirst()));
              };
          case "count" ->
              (p, n) -> {
                int[] looks = new int[1];
                return list.stream()
                    .filter(item -> Python.equal(item, p.getFirst(), looks))
                    .count();
              };
          case "copy" -> (p, n) -> new ArrayList<Object>(list);
          case "append", "extend", "insert", "pop", "remove", "clear", "sort", "reverse" ->
              (p, n) -> {
                throw new TemplateError(
                    "\"" + name + "\" would change a value, which templates may not do");
              };
          default -> null;
        };
    return Optional.ofNullable(method);
  }

  static String string(Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw new TemplateError(Python.kind(value) + " stands where a text is needed");
  }

  static String strip(String text, List<Object> arguments, boolean left, boolean right) {
    String characters =
        arguments.isEmpty() || arguments.getFirst() == Python.NONE
            ? null
            : string(arguments.getFirst());
    int from = 0;
    int to = text.length();
    while (left && from < to && strips(characters, text.charAt(from))) {
      from++;
    }
    while (right && to > from && strips(characters, text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean strips(@org.jspecify.annotations.Nullable String characters, char c) {
    return characters == null
        ? Character.isWhitespace(c) || c == '\u00a0' || c == '\u0085'
        : characters.indexOf(c) >= 0;
  }

  private static Object affix(Object wanted, java.util.function.Predicate<String> test) {
    if (wanted instanceof Tuple(List<Object> items)) {
      return items.stream().anyMatch(item -> test.test(string(item)));
    }
    return test.test(string(wanted));
  }

  static String title(String text) {
    StringBuilder out = new StringBuilder();
    boolean inWord = false;
    for (char c : text.toCharArray()) {
      out.append(inWord ? Character.toLowerCase(c) : Character.toTitleCase(c));
      inWord = Character.isLetter(c);
    }
    return out.toString();
  }

  static String capitalize(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT)
            + text.substring(1).toLowerCase(Locale.ROOT);
  }

  static String replace(String text, List<Object> arguments) {
    String from = string(arguments.get(0));
    String to = string(arguments.get(1));
    long most = arguments.size() > 2 ? Python.whole(arguments.get(2)) : -1;
    Growing out = new Growing();
    if (from.isEmpty()) {
      long places = most < 0 ? text.length() + 1L : most;
      for (int i = 0; i <= text.length(); i++) {
        out.append(i < places ? to : "").append(text, i, Math.min(i + 1, text.length()));
      }
      return out.toString();
    }
    int at = 0;
    for (long i = 0; most < 0 || i < most; i++) {
      int next = Search.first(text, from, at);
      if (next < 0) {
        break;
      }
      out.append(text, at, next).append(to);
      at = next + from.length();
    }
    return out.append(text, at, text.length()).toString();
  }

  private static long codePointIndex(String text, int index) {
    return index < 0 ? -1 : text.codePointCount(0, index);
  }

  private static Object found(long index) {
    if (index < 0) {
      throw new TemplateError("the text does not hold what was looked for");
    }
    return index;
  }

  private static long count(String text, String part) {
    if (part.isEmpty()) {
      return text.codePointCount(0, text.length()) + 1L;
    }
    long count = 0;
    for (int at = Search.first(text, part, 0);
        at >= 0;
        at = Search.first(text, part, at + part.length())) {
      count++;
    }
    return count;
  }

  private static String join(String separator, Object items) {
    Growing out = new Growing();
    boolean first = true;
    for (Object item : Python.iterate(items)) {
      out.append(first ? "" : separator).append(string(item));
      first = false;
    }
    return out.toString();
  }
}
