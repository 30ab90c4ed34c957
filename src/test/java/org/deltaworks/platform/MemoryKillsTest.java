package org.deltaworks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryKillsTest {
  @TempDir private Path root;

  @Test
  void theSystemsAndTheContainersKillsAreCounted() throws IOException {
    assertThat(new MemoryKills(root).count()).isEmpty();
    write("proc/vmstat", "pgfault 12\noom_kill 3\noom_kill_other 9\n");
    assertThat(new MemoryKills(root).count()).hasValue(3);
    write("sys/fs/cgroup/memory.events", "low 0\noom 4\noom_kill 2\noom_group_kill 1\n");
    assertThat(new MemoryKills(root).count()).hasValue(5);
  }

  @Test
  void thisSystemsCountNeverFalls() {
    MemoryKills here = new MemoryKills();
    long before = here.count().orElse(0);
    assertThat(here.count().orElse(0)).isGreaterThanOrEqualTo(before);
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(root.resolve(file).getParent());
    Files.writeString(root.resolve(file), text);
  }
}
