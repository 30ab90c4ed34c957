package org.deltaworks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class WakefulnessTest {
  @Test
  void everySystemIsAskedInItsOwnWayUntilTheProcessEnds() {
    assertThat(Wakefulness.command("Linux", 4711).orElseThrow())
        .startsWith("systemd-inhibit", "--what=idle:sleep")
        .contains("--pid=4711");
    assertThat(Wakefulness.command("Mac OS X", 4711).orElseThrow())
        .containsExactly("caffeinate", "-i", "-w", "4711");
    assertThat(Wakefulness.command("Windows 11", 4711).orElseThrow().getLast())
        .contains("SetThreadExecutionState", "2147483649")
        .endsWith("Wait-Process -Id 4711");
    assertThat(Wakefulness.command("Plan 9", 4711)).isEmpty();
  }

  @Test
  void aToolThatIsNotThereOrGivesUpChangesNothing() throws Exception {
    Wakefulness none = Wakefulness.asking(List.of("no-such-tool-of-any-system"));
    assertThat(none.isAsking()).isFalse();
    none.close();
    Wakefulness refused = Wakefulness.asking(List.of(java(), "-version"));
    awaitNotAsking(refused);
    refused.close();
  }

  @Test
  void theToolAndWhatItStartedEndWhenTheWorkIsDone() throws Exception {
    Assumptions.assumeTrue(System.getProperty("os.name").startsWith("Linux"));
    String self = Long.toString(ProcessHandle.current().pid());
    Wakefulness asking =
        Wakefulness.asking(List.of("sh", "-c", "tail --pid=" + self + " -f /dev/null; true"));
    assertThat(asking.isAsking()).isTrue();
    asking.close();
    awaitNotAsking(asking);
  }

  private static void awaitNotAsking(Wakefulness asking) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (asking.isAsking()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(10);
    }
  }

  private static String java() {
    return ProcessHandle.current().info().command().orElse("java");
  }
}
