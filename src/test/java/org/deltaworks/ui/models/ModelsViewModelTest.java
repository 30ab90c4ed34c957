package org.deltaworks.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deltaworks.testing.SharedData;
import org.deltaworks.ui.desk.Desk;
import org.deltaworks.ui.desk.ScriptedAnswerer;
import org.deltaworks.ui.navigation.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsViewModelTest {
  private Desk desk;
  private ModelsViewModel model;

  @BeforeEach
  void open(@TempDir Path home) {
    desk = new Desk(home, new ScriptedAnswerer());
    model = new ModelsViewModel(desk.models, desk.background, desk.told, desk.told);
    model.refresh();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private List<ModelCard> cards() {
    return model.contentProperty().get().ready().orElseThrow();
  }

  @Test
  void startsEmpty() {
    assertThat(cards()).isEmpty();
  }

  @Test
  void aFolderBecomesACardAndItsFilesAreLookedThrough() {
    model.add(SharedData.at("models/stories260K-hf"));
    ModelCard card = cards().getFirst();
    assertThat(card.facts())
        .extracting(ModelCard.Fact::value)
        .contains("llama, 5 layers", "260 thousand", "512 tokens");
    assertThat(model.checkOf(card.name()).get()).isInstanceOf(FileCheckState.Sound.class);
    assertThat(desk.models.list().getFirst().sha256()).isPresent();
  }

  @Test
  void aCheckIsDoneOnce() {
    model.add(SharedData.at("models/stories260K-hf"));
    ModelsViewModel later = new ModelsViewModel(desk.models, desk.background, desk.told, desk.told);
    later.refresh();
    assertThat(later.checkOf("stories260K-hf").get()).isInstanceOf(FileCheckState.Sound.class);
  }

  @Test
  void aNumberThatIsNoneIsFound(@TempDir Path folder) throws IOException {
    Path copy = folder.resolve("broken");
    copy(SharedData.at("models/stories260K-hf"), copy);
    try (RandomAccessFile weights =
        new RandomAccessFile(copy.resolve("model.safetensors").toFile(), "rw")) {
      weights.seek(weights.length() - 4);
      weights.write(new byte[] {0, 0, (byte) 0xc0, 0x7f});
    }
    model.add(copy);
    assertThat(model.checkOf("broken").get())
        .isInstanceOfSatisfying(
            FileCheckState.Broken.class,
            state -> assertThat(state.message()).contains("no number"));
  }

  @Test
  void aFolderThatIsNoModelIsRefusedInWords(@TempDir Path folder) {
    model.add(folder);
    assertThat(model.addProblemProperty().get().orElseThrow().line()).contains("config.json");
    assertThat(cards()).isEmpty();
    assertThat(model.addingProperty().get()).isFalse();
    model.forgetProblem();
    assertThat(model.addProblemProperty().get()).isEmpty();
  }

  @Test
  void aRemovalCanBeUndone() {
    model.add(SharedData.at("models/stories260K-hf"));
    model.remove(cards().getFirst());
    assertThat(cards()).isEmpty();
    desk.told.undo.run();
    assertThat(cards()).hasSize(1);
  }

  @Test
  void leadsToTrainingAndTrying() {
    model.add(SharedData.at("models/stories260K-hf"));
    model.train(cards().getFirst());
    model.tryIt(cards().getFirst());
    assertThat(desk.told.places.getFirst()).isInstanceOf(Place.NewTraining.class);
    assertThat(desk.told.places.getLast())
        .isEqualTo(new Place.TryIt(Optional.of("stories260K-hf"), List.of()));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.write(to.resolve(file.getFileName().toString()), Files.readAllBytes(file));
      }
    }
  }
}
