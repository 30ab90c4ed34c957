package org.deltaworks.worker.process;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Whether the disk still has room for what a run has yet to write. A run rests in time: a catalog
 * that cannot be written to would end it in the middle of a step.
 */
final class DiskRoom {
  /** Trained numbers and two moments. */
  private static final int CHECKPOINT_BYTES_PER_NUMBER = 3 * Float.BYTES;

  /** For the catalog, the logs, and what other programs write meanwhile. */
  private static final long RESERVE = 128L << 20;

  private static final long PACE = Duration.ofSeconds(2).toNanos();

  private final LongSupplier free;
  private long nextLook = System.nanoTime();

  /** Looks at the free bytes of the disk that the run writes to, every few seconds. */
  DiskRoom(LongSupplier free) {
    this.free = free;
  }

  /**
   * What a person reads when there is too little room.
   *
   * @param trained numbers that the run trains
   */
  Optional<String> trouble(long trained) {
    long now = System.nanoTime();
    if (now < nextLook) {
      return Optional.empty();
    }
    nextLook = now + PACE;
    long left = free.getAsLong();
    long needed = needed(trained);
    return left >= needed
        ? Optional.empty()
        : Optional.of(
            "The disk has %d MB left and the run needs %d MB to save and publish, so it rests."
                    .formatted(left >> 20, needed >> 20)
                + " It goes on by itself once there is room.");
  }

  /** Whether there is enough room now. */
  boolean enough(long trained) {
    return free.getAsLong() >= needed(trained);
  }

  /** Two checkpoints, for the new one is written before an old one goes, and the result. */
  static long needed(long trained) {
    return trained * (2 * CHECKPOINT_BYTES_PER_NUMBER + Float.BYTES) + RESERVE;
  }
}
