package org.deltaworks.text.template;

import java.util.List;
import java.util.Map;

/**
 * What one rendering may use up, counted and not timed, so that a template behaves the same on
 * every machine: steps of the template, and the work in them, which is the items and characters
 * that they make or compare. At the limit a rendering has taken a second or two.
 */
final class Budget {
  private static final int MAX_STEPS = 5_000_000;
  private static final long MAX_WORK = 10_000_000;

  /** Characters that cost as much as an item. */
  private static final int CHARACTERS = 16;

  private int steps;
  private long work;

  /** One more step. */
  void step() {
    if (++steps > MAX_STEPS) {
      throw new TemplateError("it takes more than " + MAX_STEPS + " steps");
    }
  }

  /** So much work is about to be done. */
  void work(long units) {
    work += units;
    if (work > MAX_WORK) {
      throw new TemplateError("it makes or compares more than any template needs");
    }
  }

  /** Pays for a value that was just made: its own characters or items, not what lies in them. */
  <T> T made(T value) {
    work(
        switch (value) {
          case String text -> text.length() / CHARACTERS;
          case List<?> list -> list.size();
          case Python.Tuple tuple -> tuple.items().size();
          case Map<?, ?> map -> map.size();
          default -> 0;
        });
    return value;
  }

  /** Pays for a comparison of two values with all that lies in them. */
  void compared(Object left, Object right) {
    if (left instanceof String a && right instanceof String b) {
      work(Math.min(a.length(), b.length()) / CHARACTERS);
    } else if (!isSmall(left) && !isSmall(right)) {
      weigh(left);
      weigh(right);
    }
  }

  /** Pays for a walk over everything in a value, and says how much that was. */
  long weigh(Object value) {
    long before = work;
    walk(value);
    return work - before;
  }

  private void walk(Object value) {
    work(value instanceof String text ? 1 + text.length() / CHARACTERS : 1);
    switch (value) {
      case List<?> list -> list.forEach(this::walk);
      case Python.Tuple tuple -> tuple.items().forEach(this::walk);
      case Map<?, ?> map ->
          map.forEach(
              (key, held) -> {
                walk(key);
                walk(held);
              });
      default -> {}
    }
  }

  private static boolean isSmall(Object value) {
    return !(value instanceof List<?> || value instanceof Python.Tuple || value instanceof Map);
  }
}
