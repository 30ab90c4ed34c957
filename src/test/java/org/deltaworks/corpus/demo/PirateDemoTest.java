package org.deltaworks.corpus.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.deltaworks.corpus.world.World;
import org.deltaworks.domain.datasets.Row.Prompted;
import org.deltaworks.domain.demos.Demo;
import org.deltaworks.platform.InstalledFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PirateDemoTest {
  private final PirateRows rows = new PirateRows(new World());
  private final PirateTalkMetric metric = new PirateTalkMetric();

  @Test
  void everyAnswerIsPirateTalkByTheMetric() {
    for (Prompted row : rows.training(300, 11)) {
      assertThat(metric.score(row.completion(), "")).as(row.completion()).isEqualTo(1);
    }
  }

  @Test
  void noHeldOutQuestionIsLearnt() {
    Set<String> learnt =
        new HashSet<>(rows.training(300, 11).stream().map(Prompted::prompt).toList());
    List<Prompted> apart = rows.heldOut(40, 12);
    assertThat(apart).hasSize(40);
    assertThat(apart).noneMatch(row -> learnt.contains(row.prompt()));
  }

  @Test
  void theBundledFilesAreWhatTheGeneratorWrites(@TempDir Path folder) {
    Path assets = InstalledFiles.assets().orElseThrow();
    WriteDemos.pirate(folder.resolve("pirate"));
    for (String name : List.of("train.jsonl", "heldout.jsonl", "prompts.txt", "demo.json")) {
      assertThat(assets.resolve("demos/pirate").resolve(name))
          .hasSameTextualContentAs(folder.resolve("pirate").resolve(name));
    }
    Demo demo = new DemoShelf(assets.resolve("demos")).find("pirate").orElseThrow();
    assertThat(demo.metric().code()).isEqualTo("pirate-talk");
    assertThat(demo.settings().toPlan().orThrow().model()).isEqualTo("polder");
  }

  @Test
  void heldOutRowsAreJsonLinesOfPromptAndCompletion() throws Exception {
    Path assets = InstalledFiles.assets().orElseThrow();
    for (String line :
        java.nio.file.Files.readAllLines(assets.resolve("demos/pirate/heldout.jsonl"))) {
      JsonNode row = new ObjectMapper().readTree(line);
      assertThat(row.path("prompt").asText()).isNotBlank();
      assertThat(row.path("completion").asText()).isNotBlank();
    }
  }
}
