package org.deltaworks.text.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.deltaworks.text.template.Python.Tuple;
import org.deltaworks.text.template.Python.Undefined;

/**
 * Jinja's filters, as far as chat templates use them (Jinja's documentation, "List of Builtin
 * Filters").
 */
final class Filters {
  private static final int SORT_LOOKS = 20;

  private final Tests tests;
  private final Budget budget;

  Filters(Tests tests, Budget budget) {
    this.tests = tests;
    this.budget = budget;
  }

  /** Applies a filter by name. */
  Object apply(String name, Object value, List<Object> p, Map<String, Object> n) {
    budget.made(value);
    return budget.made(of(name, value, p, n));
  }

  private Object of(String name, Object value, List<Object> p, Map<String, Object> n) {
    return switch (name) {
      case "default", "d" -> orDefault(value, p, n);
      case "tojson" -> toJson(value, p, n);
      case "trim" -> Methods.strip(PythonText.str(value), p, true, true);
      case "upper" -> PythonText.str(value).toUpperCase(Locale.ROOT);
      case "lower" -> PythonText.str(value).toLowerCase(Locale.ROOT);
      case "title" -> Methods.title(PythonText.str(value));
      case "capitalize" -> Methods.capitalize(PythonText.str(value));
      case "replace" -> Methods.replace(PythonText.str(value), replaceArguments(p));
      case "string" -> PythonText.str(value);
      case "safe" -> value;
      case "escape", "e" -> escape(PythonText.str(value));
      case "indent" -> indent(PythonText.str(value), p, n);
      case "format" -> Formatting.percents(PythonText.str(value), new Tuple(p));
      case "wordcount" -> (long) PythonText.str(value).trim().split("\\s+").length;
      default -> applyToNumberOrItems(name, value, p, n);
    };
  }

  private Object applyToNumberOrItems(
      String name, Object value, List<Object> p, Map<String, Object> n) {
    return switch (name) {
      case "int" -> toWhole(value, p);
      case "float" -> toReal(value, p);
      case "abs" ->
          value instanceof Double d ? (Object) Math.abs(d) : (Object) Math.abs(Python.whole(value));
      case "round" -> round(value, p, n);
      case "length", "count" -> length(value);
      case "first" -> first(Python.iterate(value), name);
      case "last" -> first(Python.iterate(value).reversed(), name);
      case "list" -> new ArrayList<>(Python.iterate(value));
      case "join" -> join(value, p, n);
      case "items" -> items(value);
      case "dictsort" -> dictSort(value);
      case "reverse" ->
          value instanceof String text
              ? new StringBuilder(text).reverse().toString()
              : new ArrayList<>(Python.iterate(value).reversed());
      case "sort" -> sort(value, n);
      case "unique" -> unique(value);
      case "sum" -> sum(value, n);
      case "min" -> extreme(value, Python::compare);
      case "max" -> extreme(value, (left, right) -> Python.compare(right, left));
      case "map" -> map(value, p, n);
      case "select" -> select(value, p, 0, item -> item, true);
      case "reject" -> select(value, p, 0, item -> item, false);
      case "selectattr" ->
          select(value, p, 1, item -> Attributes.path(item, PythonText.str(p.getFirst())), true);
      case "rejectattr" ->
          select(value, p, 1, item -> Attributes.path(item, PythonText.str(p.getFirst())), false);
      case "attr" -> Attributes.attribute(value, PythonText.str(p.getFirst()));
      default -> throw new TemplateError("the filter \"" + name + "\" is not known");
    };
  }

  static boolean known(String name) {
    return List.of(
            "default d tojson trim upper lower title capitalize replace string safe escape e indent format wordcount int float abs round length count first last list join items dictsort reverse sort unique sum min max map select reject selectattr rejectattr attr"
                .split(" "))
        .contains(name);
  }

  private static Object orDefault(Object value, List<Object> p, Map<String, Object> n) {
    Object fallback = p.isEmpty() ? n.getOrDefault("default_value", "") : p.getFirst();
    boolean falseToo = Python.truth(p.size() > 1 ? p.get(1) : n.getOrDefault("boolean", false));
    return value instanceof Undefined || (falseToo && !Python.truth(value)) ? fallback : value;
  }

  /** As transformers' own filter: {@code json.dumps} without escapes for other alphabets. */
  private static Object toJson(Object value, List<Object> p, Map<String, Object> n) {
    Object ascii = p.isEmpty() ? n.getOrDefault("ensure_ascii", false) : p.getFirst();
    Object indent = p.size() > 1 ? p.get(1) : n.getOrDefault("indent", Python.NONE);
    Object separators = p.size() > 2 ? p.get(2) : n.getOrDefault("separators", Python.NONE);
    boolean sort = Python.truth(n.getOrDefault("sort_keys", false));
    Optional<String> unit =
        indent == Python.NONE
            ? Optional.empty()
            : Optional.of(
                indent instanceof String text
                    ? text
                    : " ".repeat((int) Math.clamp(Python.whole(indent), 0, 16)));
    String item = unit.isPresent() ? "," : ", ";
    String key = ": ";
    if (separators != Python.NONE) {
      List<Object> pair = Python.iterate(separators);
      item = PythonText.str(pair.get(0));
      key = PythonText.str(pair.get(1));
    }
    return new JsonText(unit, item, key, sort, Python.truth(ascii)).of(value);
  }

  private static List<Object> replaceArguments(List<Object> p) {
    List<Object> texts = new ArrayList<>(p);
    texts.set(0, PythonText.str(p.get(0)));
    texts.set(1, PythonText.str(p.get(1)));
    return texts;
  }

  private static String escape(String text) {
    return PythonText.limited(
        text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("'", "&#39;")
            .replace("\"", "&#34;"));
  }

  private static String indent(String text, List<Object> p, Map<String, Object> n) {
    Object width = p.isEmpty() ? n.getOrDefault("width", 4L) : p.getFirst();
    boolean first = Python.truth(p.size() > 1 ? p.get(1) : n.getOrDefault("first", false));
    boolean blank = Python.truth(p.size() > 2 ? p.get(2) : n.getOrDefault("blank", false));
    String unit =
        width instanceof String s ? s : " ".repeat((int) Math.clamp(Python.whole(width), 0, 200));
    Growing out = new Growing();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        out.append('\n');
      }
      boolean indented = i == 0 ? first : blank || !lines[i].isEmpty();
      out.append(indented ? unit : "").append(lines[i]);
    }
    return out.toString();
  }

  private static Object toWhole(Object value, List<Object> p) {
    Object fallback = p.isEmpty() ? 0L : p.getFirst();
    if (Python.isNumber(value)) {
      return (long) Python.number(value);
    }
    try {
      return value instanceof String text
          ? (Object) (long) Double.parseDouble(text.strip())
          : fallback;
    } catch (NumberFormatException e) {
      return fallback;
    }
  }

  private static Object toReal(Object value, List<Object> p) {
    Object fallback = p.isEmpty() ? 0.0 : p.getFirst();
    if (Python.isNumber(value)) {
      return Python.number(value);
    }
    try {
      return value instanceof String text ? (Object) Double.parseDouble(text.strip()) : fallback;
    } catch (NumberFormatException e) {
      return fallback;
    }
  }

  private static Object round(Object value, List<Object> p, Map<String, Object> n) {
    long digits = Python.whole(p.isEmpty() ? n.getOrDefault("precision", 0L) : p.getFirst());
    String method = PythonText.str(p.size() > 1 ? p.get(1) : n.getOrDefault("method", "common"));
    double factor = Math.pow(10, digits);
    double scaled = Python.number(value) * factor;
    return switch (method) {
          case "ceil" -> Math.ceil(scaled);
          case "floor" -> Math.floor(scaled);
          default -> Math.rint(scaled);
        }
        / factor;
  }

  static Object length(Object value) {
    return switch (value) {
      case String text -> (long) text.codePointCount(0, text.length());
      case Map<?, ?> map -> (long) map.size();
      case Undefined ignored -> 0L;
      default -> (long) Python.iterate(value).size();
    };
  }

  private static Object first(List<Object> items, String name) {
    return items.isEmpty() ? new Undefined(name) : items.getFirst();
  }

  private static String join(Object value, List<Object> p, Map<String, Object> n) {
    String separator = PythonText.str(p.isEmpty() ? n.getOrDefault("d", "") : p.getFirst());
    Object attribute = p.size() > 1 ? p.get(1) : n.getOrDefault("attribute", Python.NONE);
    Growing out = new Growing();
    boolean first = true;
    for (Object item : Python.iterate(value)) {
      out.append(first ? "" : separator)
          .append(
              PythonText.str(
                  attribute == Python.NONE
                      ? item
                      : Attributes.path(item, PythonText.str(attribute))));
      first = false;
    }
    return out.toString();
  }

  private static Object items(Object value) {
    if (value instanceof Undefined) {
      return new ArrayList<>();
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw new TemplateError("only a mapping has items");
    }
    List<Object> items = new ArrayList<>();
    map.forEach((k, v) -> items.add(new Tuple(List.of(k, v))));
    return items;
  }

  private Object dictSort(Object value) {
    payForSorting(value);
    List<Object> items = new ArrayList<>(Python.iterate(items(value)));
    items.sort(
        Comparator.comparing(item -> folded(((Tuple) item).items().getFirst()), Python::compare));
    return items;
  }

  private static Object folded(Object value) {
    return value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
  }

  /** A comparison sort looks at each item some twenty times. */
  private void payForSorting(Object value) {
    budget.work(SORT_LOOKS * budget.weigh(value));
  }

  private Object sort(Object value, Map<String, Object> n) {
    payForSorting(value);
    Object attribute = n.getOrDefault("attribute", Python.NONE);
    boolean exact = Python.truth(n.getOrDefault("case_sensitive", false));
    List<Object> items = new ArrayList<>(Python.iterate(value));
    Comparator<Object> order =
        Comparator.comparing(
            item -> {
              Object key =
                  attribute == Python.NONE
                      ? item
                      : Attributes.path(item, PythonText.str(attribute));
              return exact ? key : folded(key);
            },
            Python::compare);
    items.sort(Python.truth(n.getOrDefault("reverse", false)) ? order.reversed() : order);
    return items;
  }

  private Object unique(Object value) {
    List<Object> kept = new ArrayList<>();
    for (Object item : Python.iterate(value)) {
      budget.work(kept.size() * budget.weigh(item));
      if (kept.stream().noneMatch(other -> Python.equal(folded(other), folded(item)))) {
        kept.add(item);
      }
    }
    return kept;
  }

  private Object sum(Object value, Map<String, Object> n) {
    Object attribute = n.getOrDefault("attribute", Python.NONE);
    Object total = n.getOrDefault("start", 0L);
    for (Object item : Python.iterate(value)) {
      budget.made(total);
      total =
          Arithmetic.of(
              "+",
              total,
              attribute == Python.NONE ? item : Attributes.path(item, PythonText.str(attribute)));
    }
    return total;
  }

  private Object extreme(Object value, Comparator<Object> order) {
    budget.weigh(value);
    return Python.iterate(value).stream().min(order).orElse(new Undefined("item"));
  }

  private Object map(Object value, List<Object> p, Map<String, Object> n) {
    List<Object> out = new ArrayList<>();
    for (Object item : Python.iterate(value)) {
      if (n.containsKey("attribute")) {
        Object found = Attributes.path(item, PythonText.str(n.get("attribute")));
        out.add(found instanceof Undefined ? n.getOrDefault("default", found) : found);
      } else if (p.isEmpty()) {
        throw new TemplateError("the filter \"map\" needs a filter or an attribute");
      } else {
        out.add(
            apply(
                PythonText.str(p.getFirst()),
                item,
                p.subList(1, p.size()),
                new LinkedHashMap<>(n)));
      }
    }
    return out;
  }

  private Object select(
      Object value,
      List<Object> p,
      int skip,
      java.util.function.UnaryOperator<Object> of,
      boolean wanted) {
    Predicate<Object> test =
        p.size() > skip
            ? item -> tests.holds(PythonText.str(p.get(skip)), item, p.subList(skip + 1, p.size()))
            : Python::truth;
    List<Object> kept = new ArrayList<>();
    for (Object item : Python.iterate(value)) {
      if (test.test(of.apply(item)) == wanted) {
        kept.add(item);
      }
    }
    return kept;
  }
}
