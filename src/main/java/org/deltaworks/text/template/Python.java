package org.deltaworks.text.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values as Python sees them: {@link #NONE}, {@code Boolean}, {@code Long}, {@code Double}, {@code
 * String}, {@code List}, {@link Tuple}, {@code Map}, {@link Undefined}, {@link Namespace} and
 * {@link Callable}. Truth, text, equality and arithmetic follow the Python language reference.
 */
final class Python {
  /** Python's None. */
  static final Object NONE = None.NONE;

  private static final int MAX_TEXT = 4_000_000;

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

  /** Python's {@code str()}. */
  static String str(Object value) {
    return switch (value) {
      case String s -> s;
      case Undefined ignored -> "";
      default -> repr(value);
    };
  }

  /** Python's {@code repr()}. */
  static String repr(Object value) {
    if (value == NONE) {
      return "None";
    }
    return switch (value) {
      case Boolean b -> b ? "True" : "False";
      case Long l -> l.toString();
      case Double d -> real(d);
      case String s -> quoted(s);
      case List<?> list -> "[" + joined(list) + "]";
      case Tuple tuple -> "(" + joined(tuple.items()) + (tuple.items().size() == 1 ? ",)" : ")");
      case Map<?, ?> map -> {
        List<String> entries = new ArrayList<>();
        map.forEach((k, v) -> entries.add(repr(k) + ": " + repr(v)));
        yield limited("{" + String.join(", ", entries) + "}");
      }
      case Undefined ignored -> "Undefined";
      default -> "<" + value.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT) + ">";
    };
  }

  private static String joined(List<?> items) {
    List<String> texts = new ArrayList<>();
    for (Object item : items) {
      texts.add(repr(item));
    }
    return limited(String.join(", ", texts));
  }

  static String limited(String text) {
    if (text.length() > MAX_TEXT) {
      throw new TemplateError("it makes a text of over " + MAX_TEXT + " characters");
    }
    return text;
  }

  /**
   * Python's shortest text of a float: plain between 1e-4 and 1e16, else with an exponent of two
   * digits at least.
   */
  static String real(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    double size = Math.abs(value);
    BigDecimal digits = new BigDecimal(Double.toString(value));
    if (size == 0 || (size >= 1e-4 && size < 1e16)) {
      String plain = digits.toPlainString();
      if (!plain.contains(".")) {
        return plain + ".0";
      }
      return plain;
    }
    String unscaled = digits.stripTrailingZeros().unscaledValue().abs().toString();
    int exponent = digits.precision() - digits.scale() - 1;
    String mantissa =
        unscaled.length() == 1 ? unscaled : unscaled.charAt(0) + "." + unscaled.substring(1);
    return "%s%se%s%02d"
        .formatted(value < 0 ? "-" : "", mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  private static String quoted(String text) {
    char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
    StringBuilder out = new StringBuilder().append(quote);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\\' -> out.append("\\\\");
                default -> {
                  if (c == quote) {
                    out.append('\\').append(quote);
                  } else if (c < 0x20 || (c >= 0x7f && c < 0xa0)) {
                    out.append("\\x%02x".formatted(c));
                  } else {
                    out.appendCodePoint(c);
                  }
                }
              }
            });
    return out.append(quote).toString();
  }

  static boolean equal(Object left, Object right) {
    if (isNumber(left) && isNumber(right)) {
      return left instanceof Double || right instanceof Double
          ? number(left) == number(right)
          : whole(left) == whole(right);
    }
    if (left instanceof Tuple(List<Object> a) && right instanceof Tuple(List<Object> b)) {
      return equal(a, b);
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      if (a.size() != b.size()) {
        return false;
      }
      for (int i = 0; i < a.size(); i++) {
        if (!equal(a.get(i), b.get(i))) {
          return false;
        }
      }
      return true;
    }
    if (left instanceof Undefined && right instanceof Undefined) {
      return true;
    }
    return left.equals(right);
  }

  static int compare(Object left, Object right) {
    if (isNumber(left) && isNumber(right)) {
      return Double.compare(number(left), number(right));
    }
    if (left instanceof String a && right instanceof String b) {
      return a.compareTo(b);
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
        int order = compare(a.get(i), b.get(i));
        if (order != 0) {
          return order;
        }
      }
      return Integer.compare(a.size(), b.size());
    }
    if (left instanceof Tuple(List<Object> a) && right instanceof Tuple(List<Object> b)) {
      return compare(a, b);
    }
    throw new TemplateError("cannot compare " + kind(left) + " with " + kind(right));
  }

  static boolean contains(Object container, Object item) {
    return switch (container) {
      case String text when item instanceof String part -> text.contains(part);
      case Map<?, ?> map -> map.keySet().stream().anyMatch(k -> equal(k, item));
      case Undefined undefined -> throw undefinedUse(undefined);
      case String ignored -> throw new TemplateError("only a text can be in a text");
      default -> iterate(container).stream().anyMatch(other -> equal(other, item));
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

  /** Python's arithmetic for one operator of two operands. */
  static Object binary(String operator, Object left, Object right) {
    if (left instanceof Undefined undefined) {
      throw undefinedUse(undefined);
    }
    if (right instanceof Undefined undefined) {
      throw undefinedUse(undefined);
    }
    if (isNumber(left) && isNumber(right)) {
      return left instanceof Double || right instanceof Double || operator.equals("/")
          ? realArithmetic(operator, number(left), number(right))
          : wholeArithmetic(operator, whole(left), whole(right));
    }
    return switch (operator) {
      case "+" -> added(left, right);
      case "*" ->
          right instanceof Long times ? repeated(left, times) : repeated(right, whole(left));
      default -> {
        if (operator.equals("%") && left instanceof String format) {
          yield Methods.percentFormat(format, right);
        }
        throw unsupported(operator, left, right);
      }
    };
  }

  private static Object added(Object left, Object right) {
    if (left instanceof String a && right instanceof String b) {
      return limited(a + b);
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      List<Object> sum = new ArrayList<>(a);
      sum.addAll(b);
      return sum;
    }
    if (left instanceof Tuple(List<Object> a) && right instanceof Tuple(List<Object> b)) {
      List<Object> sum = new ArrayList<>(a);
      sum.addAll(b);
      return new Tuple(sum);
    }
    throw unsupported("+", left, right);
  }

  private static Object repeated(Object value, long times) {
    int count = (int) Math.clamp(times, 0, Integer.MAX_VALUE);
    if (value instanceof String text) {
      if ((long) text.length() * count > MAX_TEXT) {
        throw new TemplateError("it makes a text of over " + MAX_TEXT + " characters");
      }
      return text.repeat(count);
    }
    if (value instanceof List<?> list) {
      if ((long) list.size() * count > 100_000) {
        throw new TemplateError("it makes a list of over 100000 items");
      }
      List<Object> out = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        out.addAll(list);
      }
      return out;
    }
    throw unsupported("*", value, times);
  }

  private static TemplateError unsupported(String operator, Object left, Object right) {
    return new TemplateError(
        "\"%s\" does not work on %s and %s".formatted(operator, kind(left), kind(right)));
  }

  private static Object realArithmetic(String operator, double a, double b) {
    if (b == 0 && (operator.equals("/") || operator.equals("//") || operator.equals("%"))) {
      throw new TemplateError("division by zero");
    }
    return switch (operator) {
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      case "/" -> a / b;
      case "//" -> Math.floor(a / b);
      case "%" -> a - Math.floor(a / b) * b;
      case "**" -> Math.pow(a, b);
      default -> throw new TemplateError("unknown operator " + operator);
    };
  }

  private static Object wholeArithmetic(String operator, long a, long b) {
    try {
      return switch (operator) {
        case "+" -> Math.addExact(a, b);
        case "-" -> Math.subtractExact(a, b);
        case "*" -> Math.multiplyExact(a, b);
        case "//" -> Math.floorDiv(a, b);
        case "%" -> Math.floorMod(a, b);
        case "**" -> b < 0 ? (Object) Math.pow(a, b) : (Object) power(a, b);
        default -> throw new TemplateError("unknown operator " + operator);
      };
    } catch (ArithmeticException e) {
      throw new TemplateError(b == 0 ? "division by zero" : "a number grows too large");
    }
  }

  private static long power(long base, long exponent) {
    long result = 1;
    for (long i = 0; i < exponent; i++) {
      result = Math.multiplyExact(result, base);
      if (result == 0 || result == 1) {
        return result;
      }
      if (result == -1) {
        return (exponent - i) % 2 == 1 ? -1 : 1;
      }
    }
    return result;
  }
}
