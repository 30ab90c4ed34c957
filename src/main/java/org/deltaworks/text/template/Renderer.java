package org.deltaworks.text.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deltaworks.text.template.Python.Callable;
import org.deltaworks.text.template.Python.Namespace;

/** Carries out statements into a text, and notes where the assistant speaks. */
final class Renderer {
  private static final int MAX_DEPTH = 100;

  private final Budget budget = new Budget();
  private final Evaluator evaluator = new Evaluator(budget);
  private final List<ChatTemplate.Span> spans = new ArrayList<>();
  private final StringBuilder page = new StringBuilder();
  private int depth;

  /** How a statement list ended. */
  private enum Flow {
    ON,
    BREAK,
    CONTINUE
  }

  ChatTemplate.Rendered render(List<Statement> body, Scope scope) {
    run(body, scope, page);
    return new ChatTemplate.Rendered(page.toString(), spans);
  }

  private Flow run(List<Statement> body, Scope scope, StringBuilder out) {
    if (++depth > MAX_DEPTH) {
      throw new TemplateError("it calls itself too deeply");
    }
    try {
      for (Statement statement : body) {
        Flow flow = run(statement, scope, out);
        if (flow != Flow.ON) {
          return flow;
        }
      }
      return Flow.ON;
    } finally {
      depth--;
    }
  }

  private Flow run(Statement statement, Scope scope, StringBuilder out) {
    budget.step();
    switch (statement) {
      case Statement.Text text -> write(text.text(), out);
      case Statement.Print print ->
          write(PythonText.str(evaluator.evaluate(print.value(), scope)), out);
      case Statement.If condition -> {
        return condition(condition, scope, out);
      }
      case Statement.For loop -> loop(loop, scope, out);
      case Statement.Assign assign -> assign(assign, scope);
      case Statement.AssignBlock assign -> {
        Object value = inside(assign.body(), scope.inner());
        for (String filter : assign.filters()) {
          value = evaluator.filter(filter, value, Expression.Arguments.NONE, scope);
        }
        scope.set(assign.target(), value);
      }
      case Statement.Macro macro -> scope.set(macro.name(), macro(macro, scope));
      case Statement.CallBlock block -> write(PythonText.str(callBlock(block, scope)), out);
      case Statement.FilterBlock filter ->
          write(
              PythonText.str(
                  evaluator.filter(
                      filter.filter(),
                      inside(filter.body(), scope.inner()),
                      filter.arguments(),
                      scope)),
              out);
      case Statement.Generation generation -> {
        int from = out.length();
        Flow flow = run(generation.body(), scope, out);
        if (out == page) {
          spans.add(new ChatTemplate.Span(from, out.length()));
        }
        return flow;
      }
      case Statement.Break ignored -> {
        return Flow.BREAK;
      }
      case Statement.Continue ignored -> {
        return Flow.CONTINUE;
      }
    }
    return Flow.ON;
  }

  private void write(String text, StringBuilder out) {
    if ((long) out.length() + text.length() > PythonText.LONGEST) {
      throw new TemplateError("it writes over 4 million characters");
    }
    out.append(budget.made(text));
  }

  private String inside(List<Statement> body, Scope scope) {
    StringBuilder out = new StringBuilder();
    run(body, scope, out);
    return out.toString();
  }

  private Flow condition(Statement.If condition, Scope scope, StringBuilder out) {
    for (Statement.Branch branch : condition.branches()) {
      if (Python.truth(evaluator.evaluate(branch.condition(), scope))) {
        return run(branch.body(), scope, out);
      }
    }
    return run(condition.otherwise(), scope, out);
  }

  private void loop(Statement.For loop, Scope scope, StringBuilder out) {
    List<Object> items = new ArrayList<>();
    Object over = budget.made(evaluator.evaluate(loop.items(), scope));
    for (Object item : Python.iterate(over)) {
      budget.step();
      Scope tried = scope.inner();
      bind(loop.targets(), item, tried);
      if (loop.condition().map(c -> Python.truth(evaluator.evaluate(c, tried))).orElse(true)) {
        items.add(item);
      }
    }
    if (items.isEmpty()) {
      run(loop.otherwise(), scope.inner(), out);
      return;
    }
    Map<Object, Object> changed = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      budget.step();
      Scope inner = scope.inner();
      inner.set("loop", facts(items, i, changed));
      bind(loop.targets(), items.get(i), inner);
      if (run(loop.body(), inner, out) == Flow.BREAK) {
        break;
      }
    }
  }

  private static Namespace facts(List<Object> items, int i, Map<Object, Object> changed) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("index", i + 1L);
    facts.put("index0", (long) i);
    facts.put("first", i == 0);
    facts.put("last", i == items.size() - 1);
    facts.put("length", (long) items.size());
    facts.put("revindex", (long) items.size() - i);
    facts.put("revindex0", (long) items.size() - i - 1);
    facts.put("depth", 1L);
    facts.put("depth0", 0L);
    facts.put("previtem", i > 0 ? items.get(i - 1) : new Python.Undefined("previtem"));
    facts.put(
        "nextitem", i + 1 < items.size() ? items.get(i + 1) : new Python.Undefined("nextitem"));
    facts.put("cycle", (Callable) (p, n) -> p.get(i % p.size()));
    facts.put(
        "changed",
        (Callable)
            (p, n) -> {
              Object before = changed.put("seen", p);
              return before == null || !Python.equal(before, p);
            });
    return new Namespace(facts);
  }

  private static void bind(List<String> targets, Object value, Scope scope) {
    if (targets.size() == 1) {
      scope.set(targets.getFirst(), value);
      return;
    }
    List<Object> parts = Python.iterate(value);
    if (parts.size() != targets.size()) {
      throw new TemplateError(
          "%d names stand for %d values".formatted(targets.size(), parts.size()));
    }
    for (int i = 0; i < parts.size(); i++) {
      scope.set(targets.get(i), parts.get(i));
    }
  }

  private void assign(Statement.Assign assign, Scope scope) {
    Object value = evaluator.evaluate(assign.value(), scope);
    String first = assign.targets().getFirst();
    int dot = first.indexOf('.');
    if (dot < 0) {
      bind(assign.targets(), value, scope);
      return;
    }
    if (!(scope.get(first.substring(0, dot)) instanceof Namespace(Map<String, Object> values))) {
      throw new TemplateError("only a namespace's attributes can be set");
    }
    values.put(first.substring(dot + 1), value);
  }

  private Callable macro(Statement.Macro macro, Scope around) {
    return (positional, named) -> {
      Scope inner = around.inner();
      int required = macro.parameters().size() - macro.defaults().size();
      for (int i = 0; i < macro.parameters().size(); i++) {
        String name = macro.parameters().get(i);
        Object given = i < positional.size() ? positional.get(i) : named.get(name);
        if (given == null) {
          given =
              i >= required
                  ? evaluator.evaluate(macro.defaults().get(i - required), inner)
                  : new Python.Undefined(name);
        }
        inner.set(name, given);
      }
      Optional.ofNullable(named.get("caller")).ifPresent(caller -> inner.set("caller", caller));
      return inside(macro.body(), inner);
    };
  }

  private Object callBlock(Statement.CallBlock block, Scope scope) {
    Object function = evaluator.evaluate(block.call().function(), scope);
    if (!(function instanceof Callable callable)) {
      throw new TemplateError(Python.kind(function) + " cannot be called");
    }
    Callable caller = (p, n) -> inside(block.body(), scope.inner());
    return evaluator.call(callable, block.call().arguments(), Map.of("caller", caller), scope);
  }
}
