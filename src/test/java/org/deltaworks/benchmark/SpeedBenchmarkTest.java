package org.deltaworks.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeedBenchmarkTest {
  @Test
  void aShortRunWritesItsFigures(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("speed.json");
    SpeedBenchmark.main(
        new String[] {
          "only=ParserSpeed.(safetensorsHeader|tokenize)|CatalogSpeed.append",
          "forks=0",
          "rounds=1",
          "millis=20",
          "out=" + out
        });
    JsonNode figures = new ObjectMapper().readTree(out.toFile());
    assertThat(figures).hasSize(3);
    for (JsonNode one : figures) {
      assertThat(one.path("primaryMetric").path("score").asDouble()).isPositive();
    }
  }
}
