package org.deltaworks.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.deltaworks.platform.FileTree;

/**
 * Measures from the start of the command to the first picture of the window, which the program
 * notes in its log: warm, cold (the system's file cache emptied before, where this process may do
 * that) and for the first time in a new home folder; each with what a start has worked out before
 * (decision 052) and without, in turn. Run it with {@code mvn -q -DskipTests package && mvn -q
 * test-compile exec:exec@window-start-benchmark}.
 *
 * <p>Settings: {@code program}, what is started, such as the {@code bin/Deltaworks} of an image;
 * {@code rounds}; {@code display=yes} to use the screen instead of the platform without one; {@code
 * options}, more for the program's Java, commas between them.
 */
public final class WindowStartBenchmark {
  private static final Path FILE_CACHE = Path.of("/proc/sys/vm/drop_caches");
  private static final String NO_SCREEN = "-Dglass.platform=Headless -Dprism.order=sw";
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  /** What the start meets. */
  private enum Kind {
    WARM,
    COLD,
    NEW_HOME
  }

  private final Path program;
  private final String options;

  private WindowStartBenchmark(Path program, String options) {
    this.program = program;
    this.options = options;
  }

  /** Prints a line for each kind of start. */
  public static void main(String[] words) throws IOException, InterruptedException {
    BenchmarkSettings settings =
        BenchmarkSettings.of(
            Map.of(
                "program", "target/deltaworks/bin/deltaworks",
                "rounds", "5",
                "display", "no",
                "options", ""),
            Set.of(),
            words);
    String screen = settings.get("display").equals("yes") ? "" : NO_SCREEN;
    new WindowStartBenchmark(
            Path.of(settings.get("program")).toAbsolutePath(),
            screen + " " + settings.get("options").replace(',', ' '))
        .run(settings.number("rounds"));
  }

  private void run(int rounds) throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("window-start");
    try {
      start(home, false);
      for (Kind kind : Kind.values()) {
        if (kind == Kind.COLD && !Files.isWritable(FILE_CACHE)) {
          System.out.println("cold: this process may not empty the system's file cache");
          continue;
        }
        Map<Boolean, double[]> seconds = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
          for (boolean recorded : new boolean[] {true, false}) {
            seconds.computeIfAbsent(recorded, r -> new double[rounds])[round] =
                one(kind, home, recorded);
          }
        }
        seconds.forEach((recorded, all) -> tell(kind, recorded, all));
      }
    } finally {
      FileTree.delete(home);
    }
  }

  private double one(Kind kind, Path home, boolean recorded)
      throws IOException, InterruptedException {
    if (kind == Kind.NEW_HOME) {
      Path fresh = Files.createTempDirectory("window-start-new");
      try {
        return start(fresh, recorded);
      } finally {
        FileTree.delete(fresh);
      }
    }
    if (kind == Kind.COLD) {
      new ProcessBuilder("sync").start().waitFor();
      Files.writeString(FILE_CACHE, "3");
    }
    return start(home, recorded);
  }

  /** Seconds until the window was drawn. */
  private double start(Path home, boolean recorded) throws IOException, InterruptedException {
    int before = drawn(home);
    ProcessBuilder command =
        new ProcessBuilder(program.toString(), "--home", home.toString())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("said").toFile());
    command.environment().put("JAVA_TOOL_OPTIONS", options + (recorded ? "" : " -XX:AOTMode=off"));
    long start = System.nanoTime();
    Process process = command.start();
    try {
      while (drawn(home) == before) {
        if (!process.isAlive() || System.nanoTime() - start > PATIENCE) {
          throw new IllegalStateException(
              "no window: " + Files.readString(home.resolve("said")).strip());
        }
        TimeUnit.MILLISECONDS.sleep(2);
      }
      return (System.nanoTime() - start) / 1e9;
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  /** How often the logs of a home folder tell of a window that was drawn. */
  private static int drawn(Path home) throws IOException {
    Path logs = home.resolve("logs");
    if (!Files.isDirectory(logs)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(logs)) {
      int count = 0;
      for (Path file : files.filter(f -> f.toString().endsWith(".log")).toList()) {
        count += Files.readString(file).split("window visible after", -1).length - 1;
      }
      return count;
    }
  }

  private static void tell(Kind kind, boolean recorded, double[] seconds) {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%-9s %-15s median %.2f s (%.2f to %.2f); in turn %s%n",
        kind,
        recorded ? "recorded start" : "without",
        sorted[sorted.length / 2],
        sorted[0],
        sorted[sorted.length - 1],
        List.of(
            Arrays.stream(seconds).mapToObj(s -> String.format(Locale.ROOT, "%.2f", s)).toArray()));
  }
}
