package org.deltaworks.text.template;

import java.util.List;
import java.util.Map;
import org.deltaworks.text.template.Python.Tuple;

/** How Python fills the marks of a text with values. */
final class Formatting {
  private Formatting() {}

  /** {@code "%s is %d".format}-like filling of percent marks; widths are not supported. */
  static String percents(String format, Object value) {
    List<Object> values = value instanceof Tuple(List<Object> items) ? items : List.of(value);
    Growing out = new Growing();
    int next = 0;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 == format.length()) {
        out.append(c);
        continue;
      }
      char type = format.charAt(++i);
      if (type == '%') {
        out.append('%');
        continue;
      }
      if (next >= values.size()) {
        throw new TemplateError("too few values for the format \"" + format + "\"");
      }
      Object item = values.get(next++);
      switch (type) {
        case 's' -> out.append(PythonText.str(item));
        case 'r' -> out.append(PythonText.repr(item));
        case 'd', 'i' -> out.append(Long.toString((long) Python.number(item)));
        case 'f' -> out.append("%.6f".formatted(Python.number(item)));
        default -> throw new TemplateError("the format mark %" + type + " is not supported");
      }
    }
    return out.toString();
  }

  /** Python's {@code str.format}: brackets by position, number or name; no widths. */
  static String braces(String format, List<Object> positional, Map<String, Object> named) {
    Growing out = new Growing();
    int next = 0;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if ((c == '{' || c == '}') && i + 1 < format.length() && format.charAt(i + 1) == c) {
        out.append(c);
        i++;
      } else if (c == '{') {
        int end = format.indexOf('}', i);
        if (end < 0) {
          throw new TemplateError("a bracket of the format \"" + format + "\" is not closed");
        }
        String field = format.substring(i + 1, end);
        Object value;
        if (field.isEmpty()) {
          value = argument(positional, next++);
        } else if (field.matches("\\d{1,9}")) {
          value = argument(positional, Integer.parseInt(field));
        } else {
          value = named.getOrDefault(field, new Python.Undefined(field));
        }
        out.append(PythonText.str(value));
        i = end;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static Object argument(List<Object> positional, int index) {
    if (index >= positional.size()) {
      throw new TemplateError("too few values for a format");
    }
    return positional.get(index);
  }
}
