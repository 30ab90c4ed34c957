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
  void noLogAndAnEmptyOneSayNothing() throws IOException {
    assertThat(LastWords.of(folder.resolve("none"))).isEmpty();
    assertThat(LastWords.of(Files.createFile(folder.resolve("log")))).isEmpty();
  }
}
