package org.deltaworks.worker.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DiskRoomTest {
  private static final long NUMBERS = 1L << 20;

  @Test
  void aRunRestsWhileThereIsStillRoomToSaveIt() {
    long needed = DiskRoom.needed(NUMBERS);
    assertThat(needed).isGreaterThan(2 * 12 * NUMBERS);
    assertThat(new DiskRoom(() -> needed).trouble(NUMBERS)).isEmpty();
    assertThat(new DiskRoom(() -> needed - 1).trouble(NUMBERS).orElseThrow())
        .contains("155 MB left", "needs 156 MB", "goes on by itself");
  }

  @Test
  void theDiskIsNotAskedAtEveryStep() {
    AtomicInteger asked = new AtomicInteger();
    DiskRoom room =
        new DiskRoom(
            () -> {
              asked.incrementAndGet();
              return Long.MAX_VALUE;
            });
    for (int step = 0; step < 1000; step++) {
      assertThat(room.trouble(NUMBERS)).isEmpty();
    }
    assertThat(asked.get()).isBetween(1, 3);
  }
}
