package org.deltaworks.worker.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SleepNoticeTest {
  private static final Instant START = Instant.parse("2026-05-01T22:00:00Z");

  private final SleepNotice notice = new SleepNotice(START, nanos(7));

  @Test
  void aNightAsleepIsNoticedOnce() {
    assertThat(notice.look(START.plusSeconds(10), nanos(17))).isEmpty();
    assertThat(notice.look(START.plusSeconds(7 * 3600 + 20), nanos(27)).orElseThrow())
        .isEqualTo("The machine slept for about 7 h 0 min; that time is not counted.");
    assertThat(notice.look(START.plusSeconds(7 * 3600 + 30), nanos(37))).isEmpty();
  }

  @Test
  void aLongStepAndAClockSetRightAreNoSleep() {
    assertThat(notice.look(START.plusSeconds(4000), nanos(4007))).isEmpty();
    assertThat(notice.look(START.plusSeconds(4020), nanos(4008))).isEmpty();
    assertThat(notice.look(START.plusSeconds(3000), nanos(4009))).as("put back").isEmpty();
  }

  private static long nanos(long seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }
}
