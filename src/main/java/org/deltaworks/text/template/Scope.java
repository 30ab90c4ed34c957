package org.deltaworks.text.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Names in force: those of this scope, then those around it. */
final class Scope {
  private final Optional<Scope> around;
  private final Map<String, Object> names = new HashMap<>();

  private Scope(Optional<Scope> around) {
    this.around = around;
  }

  static Scope root(Map<String, Object> names) {
    Scope scope = new Scope(Optional.empty());
    scope.names.putAll(names);
    return scope;
  }

  Scope inner() {
    return new Scope(Optional.of(this));
  }

  void set(String name, Object value) {
    names.put(name, value);
  }

  Object get(String name) {
    for (Scope scope = this; ; scope = scope.around.get()) {
      Object value = scope.names.get(name);
      if (value != null) {
        return value;
      }
      if (scope.around.isEmpty()) {
        return new Python.Undefined(name);
      }
    }
  }
}
