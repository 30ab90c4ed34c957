package org.deltaworks.text.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deltaworks.text.template.Python.Tuple;
import org.deltaworks.text.template.Python.Undefined;

/** Jinja's tests (Jinja's documentation, "List of Builtin Tests"). */
final class Tests {
  private final Budget budget;

  Tests(Budget budget) {
    this.budget = budget;
  }

  /** Whether {@code value is name(arguments)}. */
  boolean holds(String name, Object value, List<Object> arguments) {
    return switch (name) {
      case "defined" -> !(value instanceof Undefined);
      case "undefined" -> value instanceof Undefined;
      case "none" -> value == Python.NONE;
      case "true" -> value.equals(true);
      case "false" -> value.equals(false);
      case "boolean" -> value instanceof Boolean;
      case "string" -> value instanceof String;
      case "integer" -> value instanceof Long;
      case "float" -> value instanceof Double;
      case "number" -> Python.isNumber(value);
      case "mapping" -> value instanceof Map<?, ?>;
      case "sequence" -> sequence(value) || value instanceof Undefined;
      case "iterable" -> sequence(value) || value instanceof Undefined;
      case "callable" -> value instanceof Python.Callable;
      case "odd" -> Math.floorMod(Python.whole(value), 2L) == 1;
      case "even" -> Math.floorMod(Python.whole(value), 2L) == 0;
      case "upper" -> PythonText.str(value).equals(PythonText.str(value).toUpperCase(Locale.ROOT));
      case "lower" -> PythonText.str(value).equals(PythonText.str(value).toLowerCase(Locale.ROOT));
      default -> holdsAgainst(name, value, argument(name, arguments));
    };
  }

  private boolean holdsAgainst(String name, Object value, Object other) {
    budget.compared(value, other);
    return switch (name) {
      case "divisibleby" -> Math.floorMod(Python.whole(value), Python.whole(other)) == 0;
      case "equalto", "eq", "==" -> Python.equal(value, other);
      case "ne", "!=" -> !Python.equal(value, other);
      case "lt", "lessthan", "<" -> Python.compare(value, other) < 0;
      case "le", "<=" -> Python.compare(value, other) <= 0;
      case "gt", "greaterthan", ">" -> Python.compare(value, other) > 0;
      case "ge", ">=" -> Python.compare(value, other) >= 0;
      case "in" -> Python.contains(other, value);
      case "sameas" -> Python.equal(value, other);
      default -> throw new TemplateError("the test \"" + name + "\" is not known");
    };
  }

  private static Object argument(String name, List<Object> arguments) {
    if (arguments.isEmpty()) {
      if (name.equals("filter") || name.equals("test")) {
        return name;
      }
      throw new TemplateError("the test \"" + name + "\" is not known or lacks its argument");
    }
    return arguments.getFirst();
  }

  private static boolean sequence(Object value) {
    return value instanceof List<?>
        || value instanceof Tuple
        || value instanceof Map<?, ?>
        || value instanceof String;
  }
}
