package org.deltaworks.worker.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deltaworks.worker.protocol.ChildArguments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCacheTest {
  @TempDir private Path folder;

  private ChildArguments training() {
    return new ChildArguments.Train(folder, 1, 0, Instant.EPOCH);
  }

  @Test
  void withoutARecordingAChildStartsAsEver() {
    assertThat(StartCache.none().options(training())).containsExactly("-Xshare:auto");
    assertThat(new StartCache(Optional.of(folder), false).options(training()))
        .containsExactly("-Xshare:auto");
  }

  @Test
  void aRecordingIsUsedByEveryChild() throws IOException {
    Path file = Files.createFile(folder.resolve("worker.aot"));
    assertThat(new StartCache(Optional.of(folder), false).options(training()))
        .containsExactly("-XX:AOTCache=" + file, "-Xlog:disable");
  }

  @Test
  void javaStartsInSilenceWhenTheRecordingIsOfAnotherWorld() throws Exception {
    Files.writeString(folder.resolve("worker.aot"), "of another Java");
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(new StartCache(Optional.of(folder), false).options(training()));
    line.add("-version");
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(said).contains("25").doesNotContain("error", "AOT");
  }
}
