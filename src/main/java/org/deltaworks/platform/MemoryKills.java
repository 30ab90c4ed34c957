package org.deltaworks.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How often the system has killed a process because memory ran out. Only Linux counts them: {@code
 * oom_kill} of {@code /proc/vmstat}, and of the container's own memory limit where it has one.
 */
public final class MemoryKills {
  private static final List<String> COUNTERS =
      List.of(
          "proc/vmstat", "sys/fs/cgroup/memory.events", "sys/fs/cgroup/memory/memory.oom_control");

  private static final String KEY = "oom_kill ";

  private final Path root;

  /** Of this computer. */
  public MemoryKills() {
    this(Path.of("/"));
  }

  /** Reads the files below another root, for tests. */
  public MemoryKills(Path root) {
    this.root = root;
  }

  /** Kills since the system started; empty where nobody counts. Only ever grows. */
  public OptionalLong count() {
    long[] counts = COUNTERS.stream().flatMap(this::lines).mapToLong(MemoryKills::number).toArray();
    return counts.length == 0
        ? OptionalLong.empty()
        : OptionalLong.of(java.util.Arrays.stream(counts).sum());
  }

  private Stream<String> lines(String file) {
    try {
      return Files.readAllLines(root.resolve(file)).stream().filter(line -> line.startsWith(KEY));
    } catch (IOException notHere) {
      return Stream.empty();
    }
  }

  private static long number(String line) {
    String digits = line.substring(KEY.length()).strip();
    return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
  }
}
