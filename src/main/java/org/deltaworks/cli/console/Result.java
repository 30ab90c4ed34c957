package org.deltaworks.cli.console;

import java.util.List;
import java.util.Map;

/**
 * What a command found out: the same facts for scripts and for people.
 *
 * @param facts the JSON object
 * @param lines what a person reads
 * @param exit {@code 0}, or {@code 1} where the facts tell of a failure
 */
public record Result(Map<String, ?> facts, List<String> lines, int exit) {
  public Result {
    lines = List.copyOf(lines);
  }

  /** Facts, and what a person reads of them. */
  public static Result of(Map<String, ?> facts, List<String> lines) {
    return new Result(facts, lines, 0);
  }

  /** Facts, and a single line for a person. */
  public static Result of(Map<String, ?> facts, String line) {
    return of(facts, List.of(line));
  }
}
