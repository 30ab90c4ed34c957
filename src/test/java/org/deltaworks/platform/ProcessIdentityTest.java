package org.deltaworks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ProcessIdentityTest {
  @Test
  void thisProcessLivesAndAnotherOfItsIdDoesNot() {
    ProcessIdentity own = ProcessIdentity.own();
    assertThat(own.isAlive()).isTrue();
    assertThat(new ProcessIdentity(own.processId(), own.startedMillis() - 1_000).isAlive())
        .as("the boot time may be read a second apart")
        .isTrue();
    assertThat(new ProcessIdentity(own.processId(), own.startedMillis() - 60_000).isAlive())
        .isFalse();
    assertThat(new ProcessIdentity(4_000_000, own.startedMillis()).isAlive()).isFalse();
  }

  @Test
  void aProcessThatEndedIsDeadAtOnce() throws Exception {
    Process process = sleeping();
    ProcessIdentity identity = ProcessIdentity.of(process.toHandle());
    assertThat(identity.isAlive()).isTrue();
    process.destroyForcibly().waitFor();
    assertThat(identity.isAlive()).isFalse();
  }

  @Test
  void memoryOfAProcessIsToldOnLinux() {
    Assumptions.assumeTrue(
        Files.exists(Path.of("/proc/self/status")), "only Linux tells a process's memory");
    long pid = ProcessIdentity.own().processId();
    long now = ProcessMemory.resident(pid).orElseThrow();
    assertThat(now).isGreaterThan(20L << 20);
    assertThat(ProcessMemory.peakResident(pid).orElseThrow()).isGreaterThanOrEqualTo(now / 2);
    assertThat(ProcessMemory.resident(4_000_000)).isEmpty();
  }

  @Test
  void theLaunchLiesBetweenTheMachinesStartAndNow() {
    Instant launched = LaunchTime.ofThisProcess();
    assertThat(launched).isBefore(Instant.now());
    Instant machine = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    assertThat(Duration.between(launched, machine))
        .isBetween(Duration.ofMillis(-50), Duration.ofSeconds(20));
  }

  private static Process sleeping() throws IOException {
    return new ProcessBuilder("sleep", "60").start();
  }
}
