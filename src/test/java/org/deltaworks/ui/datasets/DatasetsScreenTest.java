package org.deltaworks.ui.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
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

/** Data as a person meets it. */
class DatasetsScreenTest {
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
            new DatasetsView(
                new DatasetsViewModel(
                    desk.datasets, desk.models, desk.background, desk.told, desk.told),
                files),
        new Place.Datasets());
  }

  @Test
  void aFileIsAddedAndReadRowByRow() {
    desk.models.add(SharedData.at("models/stories260K-hf"));
    files.willChoose(SharedData.at("datasets/gsm8k/train.jsonl"));
    try (Window window = window(Look.LIGHT_WIDE)) {
      window.untilShown("No examples yet");
      window.click("Add a file…");
      window.untilShown("Natalia sold clips to 48 of her friends");
      window.untilShown("only read");
      int before = window.find(TokenView.class).size();
      assertThat(before).isEqualTo(1);
      ListView<?> rows = (ListView<?>) window.find(".row-list");
      Window.act(rows::requestFocus);
      window.press(KeyCode.DOWN);
      window.untilShown("How long the rows are");
      window.click("Train on it");
      assertThat(desk.told.places.getFirst()).isInstanceOf(Place.NewTraining.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void looks(Look look) throws IOException {
    files.willChoose(Files.writeString(folder.resolve("broken.jsonl"), "{\"prompt\": \n"));
    try (Window window = window(look)) {
      look.picture(window, "datasets-empty");
      window.click("Add a file…");
      look.picture(window, "datasets-failed");
    }
    desk.models.add(SharedData.at("models/stories260K-hf"));
    desk.datasets.add(SharedData.at("datasets/wikisql/train.jsonl"), Optional.of("wikisql"));
    desk.datasets.add(SharedData.at("datasets/gsm8k/train.jsonl"), Optional.of("gsm8k"));
    try (Window window = window(look)) {
      window.untilShown("How long the rows are");
      look.picture(window, "datasets-full");
    }
  }
}
