package org.deltaworks.text.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values as Python sees them: {@link #NONE}, {@code Boolean}, {@code Long}, {@code Double}, {@code
 * String}, {@code List}, {@link Tuple}, {@code Map}, {@link Undefined}, {@link Namespace} and
 * {@link Callable}. Truth, equality and order follow the Python language reference; {@link
 * PythonText} has their texts, {@link Arithmetic} what operators make of them.
 */
final class Python {
  /** Items in one comparison that no template needs. */
  private static final int MOST_LOOKS = 1_000_000;

  /** Python's None. */
  static final Object NONE = None.NONE;

  private enum None {
    NONE
  }

  /** A list that prints with round brackets. */
  record Tuple(List<Object> items) {}

  /**
   * Something that a name did not lead to: prints as nothing, is false, fails when used further.
   */
  record Undefined(String name) {}

  /** What {@code namespace()} makes: attributes that can be set from inner scopes. */
  record Namespace(Map<String, Object> values) {}

  /** Something that can be called. */
  @FunctionalInterface
  interface Callable {
    Object call(List<Object> positional, Map<String, Object> named);
  }

  private Python() {}

  /** Whether a mapping may have it as a key: Python's lists and mappings cannot be hashed. */
  static Object key(Object value) {
    if (value instanceof List<?> || value instanceof Map<?, ?> || value instanceof Tuple) {
      throw new TemplateError(kind(value) + " cannot be a key");
    }
    return value;
  }

  /** Turns plain Java values (null, numbers, lists, maps, text) into these. */
  static Object of(@org.jspecify.annotations.Nullable Object value) {
    return switch (value) {
      case null -> NONE;
      case Integer number -> number.longValue();
      case Float number -> number.doubleValue();
      case Map<?, ?> map -> {
        Map<Object, Object> copy = new LinkedHashMap<>();
        map.forEach((k, v) -> copy.put(of(k), of(v)));
        yield copy;
      }
      case Collection<?> items -> {
        List<Object> copy = new ArrayList<>();
        items.forEach(item -> copy.add(of(item)));
        yield copy;
      }
      default -> value;
    };
  }

  static boolean truth(Object value) {
    return switch (value) {
      case Boolean b -> b;
      case Long l -> l != 0;
      case Double d -> d != 0;
      case String s -> !s.isEmpty();
      case List<?> list -> !list.isEmpty();
      case Tuple tuple -> !tuple.items().isEmpty();
      case Map<?, ?> map -> !map.isEmpty();
      case Undefined ignored -> false;
      default -> value != NONE;
    };
  }

  static boolean equal(Object left, Object right) {
    return equal(left, right, new int[1]);
  }

  /**
   * Whether two values are equal.
   *
   * @param looks counts the values looked at, over several comparisons if the caller likes: a list
   *     that holds another one twice, and that one a third, is small and takes for ever
   */
  static boolean equal(Object left, Object right, int[] looks) {
    if (++looks[0] > MOST_LOOKS) {
      throw new TemplateError("it compares values of over " + MOST_LOOKS + " items");
    }
    if (isNumber(left) && isNumber(right)) {
      return left instanceof Double || right instanceof Double
          ? number(left) == number(right)
          : whole(left) == whole(right);
    }
    if (left instanceof Tuple(List<Object> a) && right instanceof Tuple(List<Object> b)) {
      return equal(a, b, looks);
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      if (a.size() != b.size()) {
        return false;
      }
      for (int i = 0; i < a.size(); i++) {
        if (!equal(a.get(i), b.get(i), looks)) {
          return false;
        }
      }
      return true;
    }
    if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
      return equal(a, b, looks);
    }
    if (left instanceof Undefined && right instanceof Undefined) {
      return true;
    }
    return left == right || (left instanceof String && left.equals(right));
  }

  private static boolean equal(Map<?, ?> left, Map<?, ?> right, int[] looks) {
    if (left.size() != right.size()) {
      return false;
    }
    for (Map.Entry<?, ?> entry : left.entrySet()) {
      Object other = right.get(entry.getKey());
      if (other == null || !equal(entry.getValue(), other, looks)) {
        return false;
      }
    }
    return true;
  }

  static int compare(Object left, Object right) {
    return compare(left, right, new int[1]);
  }

  private static int compare(Object left, Object right, int[] looks) {
    if (++looks[0] > MOST_LOOKS) {
      throw new TemplateError("it compares values of over " + MOST_LOOKS + " items");
    }
    if (isNumber(left) && isNumber(right)) {
      return Double.compare(number(left), number(right));
    }
    if (left instanceof String a && right instanceof String b) {
      return a.compareTo(b);
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
        int order = compare(a.get(i), b.get(i), looks);
        if (order != 0) {
          return order;
        }
      }
      return Integer.compare(a.size(), b.size());
    }
    if (left instanceof Tuple(List<Object> a) && right instanceof Tuple(List<Object> b)) {
      return compare(a, b, looks);
    }
    throw new TemplateError("cannot compare " + kind(left) + " with " + kind(right));
  }

  static boolean contains(Object container, Object item) {
    return switch (container) {
      case String text when item instanceof String part -> Search.first(text, part, 0) >= 0;
      case Map<?, ?> map -> {
        int[] looks = new int[1];
        yield map.keySet().stream().anyMatch(k -> equal(k, item, looks));
      }
      case Undefined undefined -> throw undefinedUse(undefined);
      case String ignored -> throw new TemplateError("only a text can be in a text");
      default -> {
        int[] looks = new int[1];
        yield iterate(container).stream().anyMatch(other -> equal(other, item, looks));
      }
    };
  }

  /** The items that a loop would see. */
  static List<Object> iterate(Object value) {
    return switch (value) {
      case List<?> list -> new ArrayList<>(list);
      case Tuple tuple -> tuple.items();
      case Map<?, ?> map -> new ArrayList<>(map.keySet());
      case String text -> new ArrayList<>(text.codePoints().mapToObj(Character::toString).toList());
      case Undefined ignored -> List.of();
      default -> throw new TemplateError(kind(value) + " cannot be looped over");
    };
  }

  static boolean isNumber(Object value) {
    return value instanceof Long || value instanceof Double || value instanceof Boolean;
  }

  static double number(Object value) {
    return switch (value) {
      case Long l -> l.doubleValue();
      case Double d -> d;
      case Boolean b -> b ? 1 : 0;
      case Undefined undefined -> throw undefinedUse(undefined);
      default -> throw new TemplateError(kind(value) + " is not a number");
    };
  }

  static long whole(Object value) {
    return switch (value) {
      case Long l -> l;
      case Boolean b -> b ? 1 : 0;
      case Undefined undefined -> throw undefinedUse(undefined);
      default -> throw new TemplateError(kind(value) + " is not a whole number");
    };
  }

  static TemplateError undefinedUse(Undefined undefined) {
    return new TemplateError("\"" + undefined.name() + "\" is not defined");
  }

  static String kind(Object value) {
    return switch (value) {
      case Boolean ignored -> "a truth value";
      case Long ignored -> "a whole number";
      case Double ignored -> "a number";
      case String ignored -> "a text";
      case List<?> ignored -> "a list";
      case Tuple ignored -> "a tuple";
      case Map<?, ?> ignored -> "a mapping";
      case Undefined undefined -> "\"" + undefined.name() + "\" (not defined)";
      default -> value == NONE ? "none" : "a function";
    };
  }
}
