package org.deltaworks.domain.training;

/**
 * Seeds as a pure function of where they are used, so that a resumed run draws the very numbers
 * that an uninterrupted one would have drawn and no generator's state need be kept.
 */
public final class Seeds {
  private Seeds() {}

  /** A seed for a place, well mixed (the finaliser of SplitMix64). */
  public static long of(long seed, long place) {
    long z = seed * 0x9E3779B97F4A7C15L + place + 1;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return (z ^ (z >>> 31)) >>> 1;
  }
}
