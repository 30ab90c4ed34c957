package org.deltaworks.cli.console;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds the JSON object of a result; keys stay in the order in which they were said. */
public final class Facts {
  private final Map<String, @Nullable Object> entries = new LinkedHashMap<>();

  /** One more fact. */
  public Facts with(String key, Object value) {
    entries.put(key, value);
    return this;
  }

  /** One more fact, {@code null} where it is not known. */
  public Facts with(String key, Optional<?> value) {
    entries.put(key, value.orElse(null));
    return this;
  }

  /** Everything another object says. */
  public Facts withAll(Map<String, ? extends @Nullable Object> others) {
    entries.putAll(others);
    return this;
  }

  /** The object. */
  public Map<String, @Nullable Object> map() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }
}
