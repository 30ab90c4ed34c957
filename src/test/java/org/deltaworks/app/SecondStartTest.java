package org.deltaworks.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.deltaworks.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real processes with a window each, out of sight, on one home folder. */
class SecondStartTest {
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  @TempDir private Path folder;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() throws InterruptedException {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void aSecondStartBringsTheFirstWindowToTheFrontAndEnds() throws Exception {
    Process first = start("first.txt");
    assertThat(Killing.within(PATIENCE, () -> logged("window visible") == 1)).isTrue();
    Process second = start("second.txt");
    assertThat(second.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isZero();
    assertThat(folder.resolve("second.txt")).content().contains("open already");
    assertThat(Killing.within(PATIENCE, () -> logged("to the front") == 1)).isTrue();
    assertThat(first.isAlive()).isTrue();

    first.destroyForcibly().waitFor();
    start("third.txt");
    assertThat(Killing.within(PATIENCE, () -> logged("window visible") == 2)).isTrue();
  }

  private Process start(String output) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"));
    line.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    line.addAll(List.of("--home", home().toString()));
    Process process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(output).toFile())
            .start();
    started.add(process);
    return process;
  }

  private Path home() {
    return folder.resolve("home");
  }

  private long logged(String words) {
    long lines = 0;
    try (Stream<Path> logs = Files.list(home().resolve("logs"))) {
      for (Path log : logs.filter(file -> file.toString().endsWith(".log")).toList()) {
        lines += Files.readAllLines(log).stream().filter(line -> line.contains(words)).count();
      }
    } catch (IOException notThereYet) {
      return 0;
    }
    return lines;
  }
}
