package org.deltaworks.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the system tells about a process's memory. Only Linux tells it ({@code /proc/PID/status});
 * elsewhere the answers are empty.
 */
public final class ProcessMemory {
  private static final Path PROC = Path.of("/proc");

  private ProcessMemory() {}

  /** High-water mark of resident memory in bytes (VmHWM). */
  public static OptionalLong peakResident(long processId) {
    return kilobytes(processId, "VmHWM:");
  }

  /** Resident memory now, in bytes (VmRSS). */
  public static OptionalLong resident(long processId) {
    return kilobytes(processId, "VmRSS:");
  }

  /** Whether it has ended but its parent has not noticed. */
  static boolean isZombie(long processId) {
    return status(processId).stream().anyMatch(l -> l.startsWith("State:") && l.contains("Z"));
  }

  private static OptionalLong kilobytes(long processId, String key) {
    return status(processId).stream()
        .filter(line -> line.startsWith(key))
        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst();
  }

  private static List<String> status(long processId) {
    try {
      return Files.readAllLines(PROC.resolve(Long.toString(processId)).resolve("status"));
    } catch (IOException gone) {
      return List.of();
    }
  }
}
