package org.deltaworks.worker.client;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.platform.AtomicFiles;
import org.deltaworks.worker.protocol.ChildArguments;

/**
 * Starts a child: the Java of this process, its class path and the same main class. What the child
 * writes goes to a log file, because libtorch writes to its standard output as it likes; its input
 * is empty, so that it never waits for a terminal.
 *
 * @param java the runtime's home
 * @param classPath class path of this process
 * @param properties system properties that children need
 * @param cache what an earlier start has worked out
 */
public record ChildCommand(
    Path java, String classPath, Map<String, String> properties, StartCache cache) {
  private static final String MAIN = "org.deltaworks.Main";

  /** System properties that a child gets as this process has them. */
  private static final List<String> HANDED_ON = List.of("deltaworks.assets", "java.io.tmpdir");

  /**
   * Quick to start and small: the child computes in libtorch, not in Java. Left to itself the
   * virtual machine lets garbage fill a share of the machine's memory before it looks; a small
   * young generation keeps what a run takes the same on every machine, so that it can be told
   * beforehand.
   */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "-Xms32m",
          "-Xmn16m",
          "--enable-native-access=ALL-UNNAMED",
          "-Djava.awt.headless=true");

  /**
   * Every array of libtorch lies at an address that 64 divides, and the C library cuts off what is
   * left before and after it. When these pieces are freed it would keep them at hand as if they
   * were in use, so that an array between them, freed too, never joins with them, and none of the
   * same size fits there again. Without keeping them a run takes up to half of the memory, and the
   * same in every run, which can be told beforehand. With one arena, what one thread freed another
   * finds.
   */
  private static final Map<String, String> HEAP =
      Map.of(
          "MALLOC_ARENA_MAX",
          "1",
          "GLIBC_TUNABLES",
          "glibc.malloc.tcache_count=0:glibc.malloc.mxfast=0");

  /**
   * Products of bfloat16 are compiled for each shape and kept, a thousand of them unless told
   * otherwise: rows of many lengths filled hundreds of megabytes. So many hold the shapes of a few
   * batches, and cost no time that could be measured.
   */
  private static final Map<String, String> COMPILED_PRODUCTS =
      Map.of("LRU_CACHE_CAPACITY", "128", "ONEDNN_PRIMITIVE_CACHE_CAPACITY", "128");

  /**
   * Threads that wait for each other spin some ten microseconds and then sleep: at once asleep,
   * small models lose a seventh of their speed to waking up; spinning for long on a machine that
   * does other work too, they were seen to compute twenty times slower.
   */
  private static final Map<String, String> THREADS =
      Map.of("OMP_WAIT_POLICY", "PASSIVE", "GOMP_SPINCOUNT", "20000");

  public ChildCommand {
    properties = Map.copyOf(properties);
  }

  /** As this process was started. */
  public static ChildCommand ofThisProcess() {
    Map<String, String> properties = new java.util.LinkedHashMap<>();
    for (String name : HANDED_ON) {
      String value = System.getProperty(name);
      if (value != null) {
        properties.put(name, value);
      }
    }
    return new ChildCommand(
        Path.of(System.getProperty("java.home")),
        System.getProperty("java.class.path"),
        properties,
        StartCache.ofThisProcess());
  }

  /**
   * Starts a child that outlives this process.
   *
   * @param log file that its output is appended to
   * @throws org.deltaworks.domain.problem.ProblemException if the system cannot start it
   */
  public Process start(ChildArguments arguments, Path log) {
    Path folder = log.toAbsolutePath().getParent();
    if (folder != null) {
      AtomicFiles.ensureFolder(folder);
    }
    ProcessBuilder builder = new ProcessBuilder(line(arguments));
    builder.redirectInput(ProcessBuilder.Redirect.from(nothing()));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    HEAP.forEach(builder.environment()::putIfAbsent);
    COMPILED_PRODUCTS.forEach(builder.environment()::putIfAbsent);
    THREADS.forEach(builder.environment()::putIfAbsent);
    try {
      return builder.start();
    } catch (IOException e) {
      throw Problem.of(
              Problem.Kind.NOT_AVAILABLE,
              "The training process could not be started: " + e.getMessage() + ".",
              "Close other programs if memory is short, and try again.")
          .asException(e);
    }
  }

  /** The whole command. */
  List<String> line(ChildArguments arguments) {
    List<String> line = new ArrayList<>();
    line.add(java.resolve("bin").resolve(windows() ? "java.exe" : "java").toString());
    line.addAll(OPTIONS);
    line.addAll(cache.options(arguments));
    properties.forEach((name, value) -> line.add("-D" + name + "=" + value));
    line.add("-cp");
    line.add(classPath);
    line.add(MAIN);
    line.addAll(arguments.arguments());
    return line;
  }

  private static File nothing() {
    return new File(windows() ? "NUL" : "/dev/null");
  }

  private static boolean windows() {
    return File.separatorChar == '\\';
  }
}
