package org.deltaworks.service.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FollowerTest {
  @Test
  void aQuickLookIsTakenAtTheUsualPace() {
    assertThat(Follower.patience(Duration.ofMillis(250), Duration.ofMillis(3)))
        .isEqualTo(Duration.ofMillis(250));
  }

  @Test
  void aSlowLookLeavesFourFifthsOfTheTimeToOthers() {
    assertThat(Follower.patience(Duration.ofMillis(250), Duration.ofMillis(200)))
        .isEqualTo(Duration.ofMillis(800));
  }
}
