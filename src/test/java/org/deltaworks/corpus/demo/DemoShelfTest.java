package org.deltaworks.corpus.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deltaworks.domain.demos.Demo;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoShelfTest {
  @TempDir Path shelf;

  private void write(String json) throws IOException {
    Path demo = Files.createDirectories(shelf.resolve("pirate"));
    Files.writeString(demo.resolve("demo.json"), json);
    Files.writeString(demo.resolve("prompts.txt"), "Who is there?\n\nWhat is a dog?\n");
  }

  @Test
  void aMissingFolderIsAnEmptyShelf() {
    assertThat(new DemoShelf(shelf.resolve("nowhere")).list()).isEmpty();
  }

  @Test
  void aDemoBringsItsSettingsWithModelAndData() throws IOException {
    write(
        """
        {"name": "pirate", "title": "Pirate", "sentence": "Talks.", "metric": "pirate-talk",
         "settings": {"rank": 4, "lr": "3e-3"}}
        """);
    Demo demo = new DemoShelf(shelf).find("pirate").orElseThrow();
    assertThat(demo.prompts()).containsExactly("Who is there?", "What is a dog?");
    assertThat(demo.settings().text(Setting.MODEL)).isEqualTo("polder");
    assertThat(demo.settings().text(Setting.RANK)).isEqualTo("4");
    assertThat(demo.settings().texts(Setting.DATA)).containsExactly(demo.training().toString());
  }

  @Test
  void anUnknownSettingIsNamed() throws IOException {
    write("{\"metric\": \"pirate-talk\", \"settings\": {\"speed\": 4}}");
    assertThatThrownBy(() -> new DemoShelf(shelf).list())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("unknown setting speed");
  }

  @Test
  void brokenJsonIsTold() throws IOException {
    write("{\"metric\": ");
    assertThatThrownBy(() -> new DemoShelf(shelf).list())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("not valid JSON");
  }
}
