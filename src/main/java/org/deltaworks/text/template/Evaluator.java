package org.deltaworks.text.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deltaworks.text.template.Python.Callable;
import org.deltaworks.text.template.Python.Tuple;
import org.deltaworks.text.template.Python.Undefined;

/** Computes expressions, counting its steps so that no template runs for ever. */
final class Evaluator {
  private final Budget budget;
  private final Tests tests;
  private final Filters filters;

  Evaluator(Budget budget) {
    this.budget = budget;
    this.tests = new Tests(budget);
    this.filters = new Filters(tests, budget);
  }

  Object evaluate(Expression expression, Scope scope) {
    budget.step();
    return switch (expression) {
      case Expression.Literal literal -> literal.value();
      case Expression.Name name -> scope.get(name.name());
      case Expression.ListOf list -> budget.made(all(list.items(), scope));
      case Expression.TupleOf tuple -> new Tuple(all(tuple.items(), scope));
      case Expression.DictOf dict -> dict(dict, scope);
      case Expression.Attribute attribute -> {
        Object of = evaluate(attribute.of(), scope);
        Object found = Attributes.attribute(of, attribute.name());
        if (found instanceof Callable && !(of instanceof Python.Namespace)) {
          budget.made(of);
        }
        yield found;
      }
      case Expression.Item item -> {
        Object of = evaluate(item.of(), scope);
        yield Attributes.item(
            of instanceof String ? budget.made(of) : of, evaluate(item.key(), scope));
      }
      case Expression.Slice slice -> {
        Object of = evaluate(slice.of(), scope);
        budget.work(of instanceof String text ? text.length() : 0);
        yield budget.made(
            Attributes.slice(
                budget.made(of),
                bound(slice.from(), scope),
                bound(slice.to(), scope),
                bound(slice.step(), scope)));
      }
      case Expression.Call call -> call(call, scope);
      case Expression.Filter filter -> filter(filter, scope);
      case Expression.Test test -> test(test, scope);
      case Expression.Unary unary -> unary(unary, scope);
      case Expression.Binary binary -> binary(binary, scope);
      case Expression.And and -> {
        Object left = evaluate(and.left(), scope);
        yield Python.truth(left) ? evaluate(and.right(), scope) : left;
      }
      case Expression.Or or -> {
        Object left = evaluate(or.left(), scope);
        yield Python.truth(left) ? left : evaluate(or.right(), scope);
      }
      case Expression.Compare compare -> compare(compare, scope);
      case Expression.Conditional choice ->
          Python.truth(evaluate(choice.condition(), scope))
              ? evaluate(choice.then(), scope)
              : choice
                  .otherwise()
                  .map(e -> evaluate(e, scope))
                  .orElseGet(() -> new Undefined("else"));
    };
  }

  Object filter(String name, Object value, Expression.Arguments arguments, Scope scope) {
    return filters.apply(name, value, all(arguments.positional(), scope), named(arguments, scope));
  }

  private Object filter(Expression.Filter filter, Scope scope) {
    return filter(filter.name(), evaluate(filter.value(), scope), filter.arguments(), scope);
  }

  private Object test(Expression.Test test, Scope scope) {
    if (test.name().equals("filter")) {
      return Filters.known(PythonText.str(evaluate(test.value(), scope))) != test.negated();
    }
    Object value = evaluate(test.value(), scope);
    return tests.holds(test.name(), value, all(test.arguments().positional(), scope))
        != test.negated();
  }

  private Object call(Expression.Call call, Scope scope) {
    Object function = evaluate(call.function(), scope);
    if (function instanceof Undefined undefined) {
      throw Python.undefinedUse(undefined);
    }
    if (!(function instanceof Callable callable)) {
      throw new TemplateError(Python.kind(function) + " cannot be called");
    }
    return call(callable, call.arguments(), Map.of(), scope);
  }

  Object call(
      Callable callable, Expression.Arguments arguments, Map<String, Object> extra, Scope scope) {
    List<Object> positional = all(arguments.positional(), scope);
    Map<String, Object> named = named(arguments, scope);
    named.putAll(extra);
    positional.forEach(budget::weigh);
    try {
      return budget.made(callable.call(positional, named));
    } catch (java.util.NoSuchElementException | IndexOutOfBoundsException e) {
      throw new TemplateError("a function lacks an argument");
    }
  }

  private Map<String, Object> named(Expression.Arguments arguments, Scope scope) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < arguments.names().size(); i++) {
      named.put(arguments.names().get(i), evaluate(arguments.named().get(i), scope));
    }
    return named;
  }

  private List<Object> all(List<Expression> expressions, Scope scope) {
    List<Object> values = new ArrayList<>(expressions.size());
    for (Expression expression : expressions) {
      values.add(evaluate(expression, scope));
    }
    return values;
  }

  private Object dict(Expression.DictOf dict, Scope scope) {
    Map<Object, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < dict.keys().size(); i++) {
      values.put(
          Python.key(evaluate(dict.keys().get(i), scope)), evaluate(dict.values().get(i), scope));
    }
    return values;
  }

  private Optional<Long> bound(Optional<Expression> expression, Scope scope) {
    return expression.map(e -> evaluate(e, scope)).filter(v -> v != Python.NONE).map(Python::whole);
  }

  private Object unary(Expression.Unary unary, Scope scope) {
    Object value = evaluate(unary.value(), scope);
    return switch (unary.operator()) {
      case "not" -> !Python.truth(value);
      case "-" ->
          value instanceof Double d
              ? (Object) (-d)
              : (Object) Math.negateExact(Python.whole(value));
      default -> value instanceof Double ? value : (Object) Python.whole(value);
    };
  }

  private Object binary(Expression.Binary binary, Scope scope) {
    Object left = evaluate(binary.left(), scope);
    Object right = evaluate(binary.right(), scope);
    return budget.made(
        binary.operator().equals("~")
            ? PythonText.limited(PythonText.str(left) + PythonText.str(right))
            : Arithmetic.of(binary.operator(), left, right));
  }

  private Object compare(Expression.Compare compare, Scope scope) {
    Object left = evaluate(compare.first(), scope);
    for (int i = 0; i < compare.operators().size(); i++) {
      Object right = evaluate(compare.others().get(i), scope);
      budget.compared(left, right);
      boolean holds =
          switch (compare.operators().get(i)) {
            case "==" -> Python.equal(left, right);
            case "!=" -> !Python.equal(left, right);
            case "<" -> Python.compare(left, right) < 0;
            case "<=" -> Python.compare(left, right) <= 0;
            case ">" -> Python.compare(left, right) > 0;
            case ">=" -> Python.compare(left, right) >= 0;
            case "in" -> Python.contains(right, left);
            default -> !Python.contains(right, left);
          };
      if (!holds) {
        return false;
      }
      left = right;
    }
    return true;
  }
}
