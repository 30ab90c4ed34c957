package org.deltaworks.text.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Texts of values, as Python prints them. */
final class PythonText {
  /** Characters that no template needs; more is a mistake or an attack. */
  static final int LONGEST = 4_000_000;

  private PythonText() {}

  /** Python's {@code str()}. */
  static String str(Object value) {
    return switch (value) {
      case String s -> s;
      case Python.Undefined ignored -> "";
      default -> repr(value);
    };
  }

  /** Python's {@code repr()}. */
  static String repr(Object value) {
    if (value == Python.NONE) {
      return "None";
    }
    return switch (value) {
      case Boolean b -> b ? "True" : "False";
      case Long l -> l.toString();
      case Double d -> real(d);
      case String s -> quoted(s);
      case List<?> list -> "[" + joined(list) + "]";
      case Python.Tuple tuple ->
          "(" + joined(tuple.items()) + (tuple.items().size() == 1 ? ",)" : ")");
      case Map<?, ?> map -> {
        Growing out = new Growing().append("{");
        map.forEach(
            (k, v) ->
                out.append(out.length() > 1 ? ", " : "")
                    .append(repr(k))
                    .append(": ")
                    .append(repr(v)));
        yield out.append("}").toString();
      }
      case Python.Undefined ignored -> "Undefined";
      default -> "<" + value.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT) + ">";
    };
  }

  private static String joined(List<?> items) {
    Growing out = new Growing();
    for (Object item : items) {
      out.append(out.length() > 0 ? ", " : "").append(repr(item));
    }
    return out.toString();
  }

  /** Refuses a text that would eat up the memory. */
  static String limited(String text) {
    if (text.length() > LONGEST) {
      throw tooLong();
    }
    return text;
  }

  static TemplateError tooLong() {
    return new TemplateError("it makes a text of over " + LONGEST + " characters");
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
}
