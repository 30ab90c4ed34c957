package org.deltaworks.catalog;

import java.util.Set;

/** Names that are still free. */
final class Names {
  private Names() {}

  /** {@code stem}, or {@code stem-2}, {@code stem-3} … */
  static String free(String stem, Set<String> taken) {
    if (!taken.contains(stem)) {
      return stem;
    }
    int number = 2;
    while (taken.contains(stem + "-" + number)) {
      number++;
    }
    return stem + "-" + number;
  }

  /** A name as a folder may be called on every system. */
  static String folder(String name) {
    String plain =
        name.strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
    boolean reserved = plain.matches("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    String safe =
        plain.isEmpty() || reserved ? "adapter" + (plain.isEmpty() ? "" : "-" + plain) : plain;
    return safe.length() <= 80 ? safe : safe.substring(0, 80);
  }
}
