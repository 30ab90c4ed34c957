package org.deltaworks.platform;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at the computer. On Linux at {@code /proc} and the container's limits; elsewhere at what
 * the Java machine tells.
 */
public final class MachineProbe {
  private final Path root;

  /** Looks at this computer. */
  public MachineProbe() {
    this(Path.of("/"));
  }

  /** Looks at the files below another root, for tests. */
  MachineProbe(Path root) {
    this.root = root;
  }

  /** Looks now; takes a few milliseconds. */
  public Machine look() {
    List<Map<String, String>> processors = processors();
    int threads = Runtime.getRuntime().availableProcessors();
    long total = totalMemory();
    return new Machine(
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("os.arch"),
        field(processors, "model name"),
        threads,
        Math.clamp(cores(processors), 1, threads),
        total,
        Math.min(total, availableMemory()),
        features(processors));
  }

  /** Bytes that may still be written where this path lies (or will lie). */
  public static long diskFree(Path path) {
    Path at = path.toAbsolutePath();
    while (!Files.exists(at) && at.getParent() instanceof Path above) {
      at = above;
    }
    try {
      FileStore store = Files.getFileStore(at);
      return store.getUsableSpace();
    } catch (IOException e) {
      throw FileTrouble.reading(path, e);
    }
  }

  private List<Map<String, String>> processors() {
    List<Map<String, String>> processors = new ArrayList<>();
    Map<String, String> present = new TreeMap<>();
    for (String line : lines("proc/cpuinfo")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        present.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      } else if (!present.isEmpty()) {
        processors.add(present);
        present = new TreeMap<>();
      }
    }
    if (!present.isEmpty()) {
      processors.add(present);
    }
    return processors;
  }

  private static String field(List<Map<String, String>> processors, String key) {
    return processors.stream()
        .map(processor -> processor.getOrDefault(key, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static int cores(List<Map<String, String>> processors) {
    long distinct =
        processors.stream()
            .filter(processor -> processor.containsKey("core id"))
            .map(processor -> processor.get("physical id") + "/" + processor.get("core id"))
            .distinct()
            .count();
    return distinct > 0 ? (int) distinct : Runtime.getRuntime().availableProcessors();
  }

  private static Set<String> features(List<Map<String, String>> processors) {
    String flags = field(processors, "flags") + " " + field(processors, "Features");
    return Pattern.compile("\\s+")
        .splitAsStream(flags.strip())
        .filter(flag -> !flag.isEmpty())
        .collect(Collectors.toSet());
  }

  private long totalMemory() {
    long physical = memory("MemTotal:").orElseGet(MachineProbe::memoryAsJavaSeesIt);
    return Stream.of("sys/fs/cgroup/memory.max", "sys/fs/cgroup/memory/memory.limit_in_bytes")
        .mapToLong(file -> number(file).orElse(Long.MAX_VALUE))
        .reduce(physical, Math::min);
  }

  private long availableMemory() {
    long available = memory("MemAvailable:").orElseGet(() -> Runtime.getRuntime().maxMemory());
    OptionalLong limit = number("sys/fs/cgroup/memory.max");
    OptionalLong used = number("sys/fs/cgroup/memory.current");
    return limit.isPresent() && used.isPresent()
        ? Math.min(available, Math.max(0, limit.getAsLong() - used.getAsLong()))
        : available;
  }

  /** Asked only where there is no /proc. */
  private static long memoryAsJavaSeesIt() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean bean
        ? bean.getTotalMemorySize()
        : Runtime.getRuntime().maxMemory();
  }

  private OptionalLong memory(String key) {
    return lines("proc/meminfo").stream()
        .filter(line -> line.startsWith(key))
        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst();
  }

  private OptionalLong number(String file) {
    return lines(file).stream()
        .filter(line -> line.matches("\\d{1,18}"))
        .mapToLong(Long::parseLong)
        .findFirst();
  }

  private List<String> lines(String file) {
    try {
      return Files.readAllLines(root.resolve(file));
    } catch (IOException notHere) {
      return List.of();
    }
  }
}
