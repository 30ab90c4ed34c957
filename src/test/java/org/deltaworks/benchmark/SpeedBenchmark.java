package org.deltaworks.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures parsers, the catalog and the kernels with JMH, and writes {@code target/speed.json}. Run
 * it with {@code mvn -q test-compile exec:exec@speed-benchmark}: a short form of two minutes, one
 * fork of each. {@code -Dbenchmark="only=Kernel forks=3 rounds=10"} measures longer.
 *
 * <p>Settings: {@code only}, a regular expression that the benchmark's name must contain; {@code
 * forks}, 0 to stay in this process; {@code rounds} of {@code millis} each after two to warm up;
 * {@code out}, the file.
 */
public final class SpeedBenchmark {
  private SpeedBenchmark() {}

  /** Measures and prints. */
  public static void main(String[] words) throws IOException, RunnerException {
    BenchmarkSettings settings =
        BenchmarkSettings.of(
            Map.of(
                "only", "Speed",
                "forks", "1",
                "rounds", "3",
                "millis", "1000",
                "out", "target/speed.json"),
            Set.of(),
            words);
    Path out = Path.of(settings.get("out")).toAbsolutePath();
    Files.createDirectories(Objects.requireNonNull(out.getParent()));
    TimeValue time = TimeValue.milliseconds(settings.number("millis"));
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(settings.get("only"))
            .forks(settings.number("forks"))
            .warmupIterations(2)
            .warmupTime(time)
            .measurementIterations(settings.number("rounds"))
            .measurementTime(time)
            .shouldFailOnError(true)
            .resultFormat(ResultFormatType.JSON)
            .result(out.toString())
            .jvmArgs("--enable-native-access=ALL-UNNAMED", "-Xmx2g");
    new Runner(options.build()).run();
  }
}
