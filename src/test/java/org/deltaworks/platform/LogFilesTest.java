package org.deltaworks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {
  @Test
  void everyRecordIsOneLineWithItsStackTraceFolded(@TempDir Path logs) throws IOException {
    Logger root = LogManager.getLogManager().getLogger("");
    Handler[] before = root.getHandlers();
    try (LogFiles files = LogFiles.open(logs, "100% test")) {
      assertThat(files).isNotNull();
      Logger logger = Logger.getLogger("org.deltaworks.test");
      logger.info("two\nlines – übel");
      logger.log(Level.WARNING, "it failed", new IllegalStateException("why"));
      org.slf4j.LoggerFactory.getLogger("third.party").warn("theirs");
    }
    assertThat(root.getHandlers()).containsExactlyInAnyOrder(before);
    List<String> lines = Files.readAllLines(logs.resolve("100% test-0.0.log"));
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).contains("INFO", "org.deltaworks.test: two | lines – übel");
    assertThat(lines.get(1)).contains("WARNING", "it failed | java.lang.IllegalState", "why | at");
    assertThat(lines.get(2)).contains("third.party: theirs");
  }
}
