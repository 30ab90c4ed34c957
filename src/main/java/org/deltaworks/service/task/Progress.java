package org.deltaworks.service.task;

import java.util.OptionalDouble;

/**
 * How far a piece of work is.
 *
 * @param share 0 to 1, empty while nobody can say
 * @param doing what is being done, a few words
 */
public record Progress(OptionalDouble share, String doing) {
  /** Work whose end nobody knows yet. */
  public static Progress unknown(String doing) {
    return new Progress(OptionalDouble.empty(), doing);
  }

  /** So much of the whole. */
  public static Progress of(long done, long whole, String doing) {
    return whole <= 0
        ? unknown(doing)
        : new Progress(OptionalDouble.of(Math.clamp((double) done / whole, 0, 1)), doing);
  }
}
