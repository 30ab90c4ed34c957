package org.deltaworks.text.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Values as Python's {@code json.dumps} writes them, for the filter {@code tojson}. */
final class JsonText {
  private final Optional<String> indent;
  private final String itemSeparator;
  private final String keySeparator;
  private final boolean sortKeys;
  private final boolean ascii;
  private final Growing out = new Growing();

  JsonText(
      Optional<String> indent,
      String itemSeparator,
      String keySeparator,
      boolean sortKeys,
      boolean ascii) {
    this.indent = indent;
    this.itemSeparator = itemSeparator;
    this.keySeparator = keySeparator;
    this.sortKeys = sortKeys;
    this.ascii = ascii;
  }

  String of(Object value) {
    write(value, 0);
    return out.toString();
  }

  private void write(Object value, int depth) {
    if (depth > 50) {
      throw new TemplateError("values are nested too deeply");
    }
    if (value == Python.NONE) {
      out.append("null");
      return;
    }
    switch (value) {
      case Boolean b -> out.append(b ? "true" : "false");
      case Long l -> out.append(l.toString());
      case Double d -> out.append(real(d));
      case String s -> string(s);
      case List<?> list -> items(list, depth);
      case Python.Tuple tuple -> items(tuple.items(), depth);
      case Map<?, ?> map -> entries(map, depth);
      default -> throw new TemplateError(Python.kind(value) + " cannot be written as JSON");
    }
  }

  private static String real(double value) {
    return Double.isNaN(value)
        ? "NaN"
        : Double.isInfinite(value)
            ? (value > 0 ? "Infinity" : "-Infinity")
            : PythonText.real(value);
  }

  private void items(List<?> items, int depth) {
    if (items.isEmpty()) {
      out.append("[]");
      return;
    }
    out.append('[');
    boolean first = true;
    for (Object item : items) {
      separate(first, depth + 1);
      first = false;
      write(item, depth + 1);
    }
    newline(depth);
    out.append(']');
  }

  private void entries(Map<?, ?> map, int depth) {
    if (map.isEmpty()) {
      out.append("{}");
      return;
    }
    out.append('{');
    boolean first = true;
    Map<?, ?> ordered = map;
    if (sortKeys) {
      Map<Object, Object> sorted = new TreeMap<>(Python::compare);
      sorted.putAll(map);
      ordered = sorted;
    }
    for (Map.Entry<?, ?> entry : ordered.entrySet()) {
      separate(first, depth + 1);
      first = false;
      string(key(entry.getKey()));
      out.append(keySeparator);
      write(entry.getValue(), depth + 1);
    }
    newline(depth);
    out.append('}');
  }

  private static String key(Object key) {
    return switch (key) {
      case String text -> text;
      case Boolean b -> b ? "true" : "false";
      default -> key == Python.NONE ? "null" : PythonText.str(key);
    };
  }

  private void separate(boolean first, int depth) {
    if (!first) {
      out.append(itemSeparator);
    }
    newline(depth);
  }

  private void newline(int depth) {
    indent.ifPresent(
        unit -> {
          out.append('\n');
          for (int i = 0; i < depth; i++) {
            out.append(unit);
          }
        });
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (c < 0x20 || (ascii && c > 0x7e)) {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
