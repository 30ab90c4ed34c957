package org.deltaworks.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a benchmark is told by words {@code name=value}. A name that the benchmark does not know is
 * refused: a misspelt setting would otherwise measure something else for an hour.
 */
final class BenchmarkSettings {
  private final Map<String, String> values;

  private BenchmarkSettings(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Settings of these words.
   *
   * @param usual what holds where nothing else is said
   * @param possible further names, that may be absent
   */
  static BenchmarkSettings of(Map<String, String> usual, Set<String> possible, String[] words) {
    Map<String, String> values = new TreeMap<>(usual);
    Set<String> names = new TreeSet<>(usual.keySet());
    names.addAll(possible);
    for (String word : words) {
      int at = word.indexOf('=');
      if (at < 1 || !names.contains(word.substring(0, at))) {
        throw new IllegalArgumentException(
            "expected name=value with a name of " + names + ", not " + word);
      }
      values.put(word.substring(0, at), word.substring(at + 1));
    }
    return new BenchmarkSettings(values);
  }

  /** Whether there is a value. */
  boolean has(String name) {
    return values.containsKey(name);
  }

  /** The value, which must have been said or be usual. */
  String get(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("say " + name + "=…");
    }
    return value;
  }

  /** The value as a whole number. */
  int number(String name) {
    return Integer.parseInt(get(name));
  }

  /** Writes all of them into a report. */
  void into(ObjectNode report) {
    values.forEach(report::put);
  }
}
