package org.deltaworks.cli.shelf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A record for a person: a line for each fact that is known. */
final class FactLines {
  private FactLines() {}

  static List<String> of(Map<String, ? extends @Nullable Object> facts) {
    List<String> lines = new ArrayList<>();
    facts.forEach(
        (key, value) -> {
          String text = Objects.toString(value, "");
          if (!text.isEmpty()) {
            lines.add("%-18s %s".formatted(key.replace('_', ' '), text));
          }
        });
    return lines;
  }
}
