package org.deltaworks.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.deltaworks.testing.SharedData;
import org.deltaworks.ui.desk.ChosenFiles;
import org.deltaworks.ui.desk.Desk;
import org.deltaworks.ui.desk.Look;
import org.deltaworks.ui.desk.ScriptedAnswerer;
import org.deltaworks.ui.harness.Window;
import org.deltaworks.ui.navigation.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Models as a person meets them. */
class ModelsScreenTest {
  private final ChosenFiles files = new ChosenFiles();
  private Path folder;
  private Desk desk;

  @BeforeEach
  void open(@TempDir Path home) {
    folder = home;
    desk = new Desk(home.resolve("home"), new ScriptedAnswerer());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Window window(Look look) {
    return look.open(
        () ->
            new ModelsView(
                new ModelsViewModel(desk.models, desk.background, desk.told, desk.told), files),
        new Place.Models());
  }

  @Test
  void aFolderIsAddedLookedThroughAndTrainedFrom() {
    files.willChoose(folder);
    files.willChoose(SharedData.at("models/stories260K-hf"));
    try (Window window = window(Look.LIGHT_WIDE)) {
      window.untilShown("No models yet");
      window.click("Add a folder…");
      window.untilShown("config.json");
      window.click("Choose another folder…");
      window.untilShown("Every number is sound.");
      assertThat(window.shows("config.json")).isFalse();
      window.click("Train from it");
      assertThat(desk.told.places.getFirst()).isInstanceOf(Place.NewTraining.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void looks(Look look) {
    files.willChoose(folder);
    try (Window window = window(look)) {
      look.picture(window, "models-empty");
      window.click("Add a folder…");
      look.picture(window, "models-failed");
    }
    desk.models.add(SharedData.at("models/babyllama-tok105-hf"));
    desk.models.add(SharedData.at("models/stories260K-hf"));
    try (Window window = window(look)) {
      window.click("Look");
      window.untilShown("Every number is sound.");
      look.picture(window, "models-full");
    }
  }
}
