package org.deltaworks.text.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deltaworks.text.template.Python.Namespace;
import org.deltaworks.text.template.Python.Tuple;
import org.deltaworks.text.template.Python.Undefined;

/** How {@code a.b}, {@code a[b]} and {@code a[b:c]} find their values, in Jinja's order. */
final class Attributes {
  private Attributes() {}

  /** {@code of.name}: a method or attribute first, then an item. */
  static Object attribute(Object of, String name) {
    if (of instanceof Undefined undefined) {
      throw Python.undefinedUse(undefined);
    }
    if (of instanceof Namespace(Map<String, Object> values)) {
      Object value = values.get(name);
      return value == null ? new Undefined(name) : value;
    }
    Optional<Python.Callable> method = Methods.of(of, name);
    if (method.isPresent()) {
      return method.get();
    }
    Object value = of instanceof Map<?, ?> map ? map.get(name) : null;
    return value == null ? new Undefined(name) : value;
  }

  /** {@code of[key]}: an item first, then an attribute. */
  static Object item(Object of, Object key) {
    return switch (of) {
      case Undefined undefined -> throw Python.undefinedUse(undefined);
      case Map<?, ?> map -> {
        Object value = map.get(Python.key(key));
        if (value != null) {
          yield value;
        }
        yield key instanceof String name
            ? Methods.of(of, name).<Object>map(m -> m).orElse(new Undefined(name))
            : new Undefined(PythonText.str(key));
      }
      case List<?> list when key instanceof Long index -> at(list, index);
      case Tuple tuple when key instanceof Long index -> at(tuple.items(), index);
      case String text when key instanceof Long index -> character(text, index);
      default ->
          key instanceof String name ? attribute(of, name) : new Undefined(PythonText.str(key));
    };
  }

  private static Object character(String text, long index) {
    int size = text.codePointCount(0, text.length());
    long position = index < 0 ? index + size : index;
    return position >= 0 && position < size
        ? Character.toString(text.codePointAt(text.offsetByCodePoints(0, (int) position)))
        : new Undefined("item " + index);
  }

  private static Object at(List<?> items, long index) {
    long position = index < 0 ? index + items.size() : index;
    return position >= 0 && position < items.size()
        ? items.get((int) position)
        : new Undefined("item " + index);
  }

  /** {@code a.b.c} or {@code a.0.b}, as filters take it. */
  static Object path(Object of, String path) {
    Object value = of;
    for (String part : path.split("\\.")) {
      value =
          part.matches("\\d{1,9}")
              ? item(value, Long.parseLong(part))
              : value instanceof Undefined
                  ? value
                  : value instanceof Map<?, ?> ? item(value, part) : attribute(value, part);
    }
    return value;
  }

  /** Python's slices of texts, lists and tuples. */
  static Object slice(Object of, Optional<Long> from, Optional<Long> to, Optional<Long> step) {
    List<Object> items =
        switch (of) {
          case Undefined undefined -> throw Python.undefinedUse(undefined);
          case Map<?, ?> ignored -> throw new TemplateError("a mapping cannot be sliced");
          default -> Python.iterate(of);
        };
    int size = items.size();
    long stride = Math.clamp(step.orElse(1L), -size - 1L, size + 1L);
    if (stride == 0) {
      throw new TemplateError("a slice cannot have step 0");
    }
    long first = from.map(f -> bound(f, size, stride)).orElse(stride > 0 ? 0L : size - 1L);
    long last = to.map(t -> bound(t, size, stride)).orElse(stride > 0 ? (long) size : -1L);
    List<Object> out = new ArrayList<>();
    for (long i = first; stride > 0 ? i < last : i > last; i += stride) {
      out.add(items.get((int) i));
    }
    return switch (of) {
      case String ignored -> String.join("", out.stream().map(PythonText::str).toList());
      case Tuple ignored -> new Tuple(out);
      default -> out;
    };
  }

  private static long bound(long index, int size, long stride) {
    long position = index < 0 ? index + size : index;
    return stride > 0 ? Math.clamp(position, 0, size) : Math.clamp(position, -1, size - 1);
  }
}
