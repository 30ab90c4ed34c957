package org.deltaworks.text.template;

import java.util.ArrayList;
import java.util.List;

/** What Python's operators make of two values. */
final class Arithmetic {
  /** Items that no template needs. */
  private static final int LONGEST_LIST = 100_000;

  private Arithmetic() {}

  /** Python's arithmetic for one operator of two operands. */
  static Object of(String operator, Object left, Object right) {
    if (left instanceof Python.Undefined undefined) {
      throw Python.undefinedUse(undefined);
    }
    if (right instanceof Python.Undefined undefined) {
      throw Python.undefinedUse(undefined);
    }
    if (Python.isNumber(left) && Python.isNumber(right)) {
      return left instanceof Double || right instanceof Double || operator.equals("/")
          ? realArithmetic(operator, Python.number(left), Python.number(right))
          : wholeArithmetic(operator, Python.whole(left), Python.whole(right));
    }
    return switch (operator) {
      case "+" -> added(left, right);
      case "*" ->
          right instanceof Long times ? repeated(left, times) : repeated(right, Python.whole(left));
      default -> {
        if (operator.equals("%") && left instanceof String format) {
          yield Formatting.percents(format, right);
        }
        throw unsupported(operator, left, right);
      }
    };
  }

  private static Object added(Object left, Object right) {
    if (left instanceof String a && right instanceof String b) {
      return PythonText.limited(a + b);
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      return joined(a, b);
    }
    if (left instanceof Python.Tuple(List<Object> a)
        && right instanceof Python.Tuple(List<Object> b)) {
      return new Python.Tuple(joined(a, b));
    }
    throw unsupported("+", left, right);
  }

  private static List<Object> joined(List<?> first, List<?> second) {
    if ((long) first.size() + second.size() > LONGEST_LIST) {
      throw tooManyItems();
    }
    List<Object> sum = new ArrayList<>(first);
    sum.addAll(second);
    return sum;
  }

  private static TemplateError tooManyItems() {
    return new TemplateError("it makes a list of over " + LONGEST_LIST + " items");
  }

  private static Object repeated(Object value, long times) {
    int count = (int) Math.clamp(times, 0, Integer.MAX_VALUE);
    if (value instanceof String text) {
      if ((long) text.length() * count > PythonText.LONGEST) {
        throw PythonText.tooLong();
      }
      return text.repeat(count);
    }
    if (value instanceof List<?> list) {
      if ((long) list.size() * count > LONGEST_LIST) {
        throw tooManyItems();
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
        "\"%s\" does not work on %s and %s"
            .formatted(operator, Python.kind(left), Python.kind(right)));
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
