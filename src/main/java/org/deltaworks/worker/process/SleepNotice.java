package org.deltaworks.worker.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Notices that the machine slept: the clock on the wall went on while the one that counts a
 * process's time stood still, as it does on Linux and macOS. The time of a step is taken with the
 * latter, so that sleep counts neither in it nor in the time left. A clock that somebody put
 * forward looks the same.
 */
final class SleepNotice {
  /** Less is a clock that was set right, or a machine that was very busy between two looks. */
  private static final Duration SHORTEST = Duration.ofSeconds(30);

  private Instant wall;
  private long counted;

  /**
   * Looks for the first time.
   *
   * @param wall the time of day
   * @param counted nanoseconds of the clock that stands still
   */
  SleepNotice(Instant wall, long counted) {
    this.wall = wall;
    this.counted = counted;
  }

  /** What a person reads if the machine slept since the last look. */
  Optional<String> look(Instant now, long countedNow) {
    Duration passed = Duration.between(wall, now);
    Duration asleep = passed.minusNanos(countedNow - counted);
    wall = now;
    counted = countedNow;
    return asleep.compareTo(SHORTEST) < 0
        ? Optional.empty()
        : Optional.of(
            "The machine slept for about %s; that time is not counted.".formatted(words(asleep)));
  }

  private static String words(Duration asleep) {
    long minutes = Math.max(1, Math.round(asleep.toSeconds() / 60.0));
    return minutes < 60 ? minutes + " min" : "%d h %d min".formatted(minutes / 60, minutes % 60);
  }
}
