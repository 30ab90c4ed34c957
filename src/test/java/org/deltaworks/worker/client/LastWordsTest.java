package org.deltaworks.worker.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastWordsTest {
  @TempDir private Path folder;

  @Test
  void theLastLinesThatSaySomething() throws IOException {
    Path log = folder.resolve("log");
    Files.writeString(
        log,
        "WARNING: java.lang.System::load\n"
            + "filler\n".repeat(5000)
            + "first\n\n"
            + "# A fatal error\n"
            + "terminate called without an active exception\n"
            + "\tat a.B.c()\n");
    assertThat(LastWords.of(log))
        .hasValueSatisfying(
            words ->
                assertThat(words)
                    .isEqualTo(
                        "filler / filler / first / terminate called without an active exception"));
  }

  @Test
  void whatLibrariesLogIsNoWord() throws IOException {
    Path log = folder.resolve("log");
    Files.writeString(
        log,
        "Nov 25, 2026 2:24:01 AM ai.djl.util.NativeHelper load\n"
            + "WARNING: a library\n"
            + "SLF4J(W): No providers were found.\n"
            + "[INFO] loaded\n"
            + "the disk is full\n");
    assertThat(LastWords.of(log)).contains("the disk is full");
  }

  @Test
  void noLogAndAnEmptyOneSayNothing() throws IOException {
    assertThat(LastWords.of(folder.resolve("none"))).isEmpty();
    assertThat(LastWords.of(Files.createFile(folder.resolve("log")))).isEmpty();
  }
}
