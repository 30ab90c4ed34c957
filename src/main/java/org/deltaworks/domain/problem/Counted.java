package org.deltaworks.domain.problem;

import java.util.Locale;

/** Counted things in sentences, so that nobody reads of one steps. */
public final class Counted {
  private Counted() {}

  /** {@code 1 step}, {@code 12,000 steps}: the plural adds an s. */
  public static String of(long number, String thing) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? thing : thing + "s");
  }
}
