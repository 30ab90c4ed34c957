import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts the program that was just built once, and keeps what that start has worked out (JEP 514):
 * classes loaded and linked, in {@code start/program.aot} for window and terminal and {@code
 * start/worker.aot} for children. Every later start is quicker by that. The self-test is what is
 * run, because it opens a window out of sight, starts a child and trains a step. Where it cannot be
 * recorded the build goes on without: the program then starts as ever.
 *
 * <p>Arguments: the program to start, and the folder to write to. A launcher that reads {@code
 * DELTAWORKS_JAVA_OPTIONS} is told to record; one that does not, such as an installed program's,
 * has to know it already.
 */
final class RecordStart {
  private static final int SECONDS = 120;

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path launcher = Path.of(arguments[0]).toAbsolutePath();
    Path start = Path.of(arguments[1]).toAbsolutePath();
    delete(start);
    Files.createDirectories(start);
    Path home = Files.createTempDirectory("deltaworks-start");
    try {
      record(launcher, start, home);
    } finally {
      delete(home);
    }
    for (String name : List.of("program.aot", "worker.aot")) {
      if (!Files.isRegularFile(start.resolve(name))) {
        System.out.println("No " + name + " was recorded; the program starts without it.");
      }
    }
  }

  private static void record(Path launcher, Path start, Path home)
      throws IOException, InterruptedException {
    ProcessBuilder self =
        new ProcessBuilder(launcher.toString(), "self-test", "--home", home.toString());
    self.environment()
        .put(
            "DELTAWORKS_JAVA_OPTIONS",
            "-XX:AOTCacheOutput=%s -Ddeltaworks.start=%s -Ddeltaworks.start.record=true"
                .formatted(start.resolve("program.aot"), start));
    self.redirectErrorStream(true).redirectOutput(home.resolve("said").toFile());
    Process process = self.start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    while (!written(start.resolve("worker.aot")) && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /** The child writes while it ends, and removes what it noted down on the way last of all. */
  private static boolean written(Path file) {
    return Files.exists(file) && !Files.exists(file.resolveSibling(file.getFileName() + ".config"));
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
