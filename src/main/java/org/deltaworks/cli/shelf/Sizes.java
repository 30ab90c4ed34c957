package org.deltaworks.cli.shelf;

import java.util.Locale;

/** Bytes in the words of a person. */
final class Sizes {
  private static final double THOUSAND = 1000;

  private Sizes() {}

  /** Such as {@code 12.3 MB}. */
  static String of(long bytes) {
    double number = bytes;
    String[] units = {"B", "kB", "MB", "GB", "TB"};
    int unit = 0;
    while (number >= THOUSAND && unit < units.length - 1) {
      number /= THOUSAND;
      unit++;
    }
    return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", number, units[unit]);
  }
}
