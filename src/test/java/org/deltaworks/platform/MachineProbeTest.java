package org.deltaworks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineProbeTest {
  @TempDir Path root;

  @Test
  void thisComputerHasProcessorsAndMemory() {
    Machine machine = new MachineProbe().look();
    assertThat(machine.threads()).isPositive();
    assertThat(machine.cores()).isBetween(1, machine.threads());
    assertThat(machine.totalMemory()).isGreaterThan(100L << 20);
    assertThat(machine.availableMemory()).isBetween(1L, machine.totalMemory());
    assertThat(machine.system()).contains(System.getProperty("os.name"));
    assertThat(MachineProbe.diskFree(root.resolve("not/there/yet"))).isPositive();
  }

  @Test
  void whatLinuxTellsIsUnderstood() throws IOException {
    write(
        "proc/cpuinfo",
        """
        processor\t: 0
        model name\t: Example CPU @ 2.00GHz
        physical id\t: 0
        core id\t\t: 0
        flags\t\t: fpu avx2 avx512f avx512_bf16

        processor\t: 1
        model name\t: Example CPU @ 2.00GHz
        physical id\t: 0
        core id\t\t: 0
        flags\t\t: fpu avx2 avx512f avx512_bf16
        """);
    write("proc/meminfo", "MemTotal:       8000000 kB\nMemAvailable:   6000000 kB\n");
    Machine machine = new MachineProbe(root).look();
    assertThat(machine.processor()).isEqualTo("Example CPU @ 2.00GHz");
    assertThat(machine.cores()).isEqualTo(1);
    assertThat(machine.hasAvx512()).isTrue();
    assertThat(machine.hasFastBfloat16()).isTrue();
    assertThat(machine.totalMemory()).isEqualTo(8_000_000L * 1024);
    assertThat(machine.availableMemory()).isEqualTo(6_000_000L * 1024);
  }

  @Test
  void aContainersLimitCounts() throws IOException {
    write("proc/meminfo", "MemTotal:       8000000 kB\nMemAvailable:   6000000 kB\n");
    write("sys/fs/cgroup/memory.max", "1000000000\n");
    write("sys/fs/cgroup/memory.current", "400000000\n");
    Machine machine = new MachineProbe(root).look();
    assertThat(machine.totalMemory()).isEqualTo(1_000_000_000L);
    assertThat(machine.availableMemory()).isEqualTo(600_000_000L);
    assertThat(machine.features()).isEmpty();
    write("sys/fs/cgroup/memory.max", "max\n");
    assertThat(new MachineProbe(root).look().totalMemory()).isEqualTo(8_000_000L * 1024);
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    AtomicFiles.writeText(path, text);
    assertThat(Files.size(path)).isPositive();
  }
}
