package org.deltaworks.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deltaworks.domain.training.Preset;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.testing.SharedData;
import org.deltaworks.ui.desk.Desk;
import org.deltaworks.ui.desk.ScriptedAnswerer;
import org.deltaworks.ui.navigation.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingViewModelTest {
  private Path folder;
  private Desk desk;
  private TrainingViewModel model;

  @BeforeEach
  void open(@TempDir Path home) {
    folder = home;
    desk = new Desk(home.resolve("home"), new ScriptedAnswerer());
    model = desk.trainingForm();
    model.show(TrainingDraft.empty());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Path rows(String... lines) throws IOException {
    return Files.write(folder.resolve("pirate.jsonl"), List.of(lines));
  }

  private void fill() throws IOException {
    model.addModel(SharedData.at("models/stories260K-hf"));
    model.addData(
        rows(
            "{\"prompt\":\"Where is the harbour?\",\"completion\":\"Arr, north.\"}",
            "{\"prompt\":\"Who are you?\",\"completion\":\"Arr, a sailor.\"}"));
  }

  @Test
  void anAddedModelIsChosenAndItsFiguresShown() {
    model.addModel(SharedData.at("models/stories260K-hf"));
    assertThat(model.models()).extracting(ModelOption::name).containsExactly("stories260K-hf");
    assertThat(model.form().figuresProperty().get().orElseThrow().modules().part()).isEqualTo(35);
  }

  @Test
  void addedDataIsChosenAndCounted() throws IOException {
    fill();
    assertThat(model.dataNoteProperty().get())
        .isInstanceOfSatisfying(
            DataNote.Read.class,
            read -> {
              assertThat(read.rows()).isEqualTo(2);
              assertThat(read.problems()).isEmpty();
            });
    assertThat(model.stepsProperty().get()).contains(3L);
  }

  @Test
  void whereMemoryIsTooShortForBothItSaysSoBeforeAndWaits() throws IOException {
    fill();
    model.train();
    long first = desk.launched.getFirst().id();
    desk.catalog.runs().claim(first, new Run.Owner(1, 1));
    assertThat(model.hintProperty().get()).contains("goes on if you close");
    desk.memory = 1;
    model.form().edit(Setting.RANK, "4");
    assertThat(model.hintProperty().get()).contains("this one will wait for its turn");
    model.train();
    assertThat(desk.launched).as("no second process").hasSize(1);
    assertThat(desk.queue.list()).hasSize(1);
    assertThat(desk.told.places.getLast()).isInstanceOf(Place.RunPage.class);
  }

  @Test
  void trainLaterPutsItInTheQueue() throws IOException {
    fill();
    model.trainLater();
    assertThat(desk.launched).isEmpty();
    assertThat(desk.queue.list()).hasSize(1);
    assertThat(desk.told.places.getLast()).isInstanceOf(Place.Runs.class);
  }

  @Test
  void aBrokenLineIsNamedByItsNumber() throws IOException {
    model.addData(rows("{\"prompt\":\"a\",\"completion\":\"b\"}", "{broken"));
    DataNote note = model.dataNoteProperty().get();
    String words =
        switch (note) {
          case DataNote.Read read -> String.join(" ", read.problems());
          case DataNote.Unreadable unreadable -> unreadable.message();
          default -> "";
        };
    assertThat(words).containsIgnoringCase("line 2");
  }

  @Test
  void aFolderThatIsNoModelIsToldBesideTheQuestion(@TempDir Path empty) {
    model.addModel(empty);
    assertThat(model.form().field(Setting.MODEL).problemProperty().get()).isPresent();
    assertThat(model.triedProperty().get()).isTrue();
  }

  @Test
  void trainStartsTheRunAndGoesToItsPage() throws IOException {
    fill();
    model.train();
    assertThat(desk.launched).hasSize(1);
    assertThat(desk.told.places).containsExactly(new Place.RunPage(desk.launched.getFirst().id()));
    assertThat(desk.launched.getFirst().draft().text(Setting.RANK)).isEqualTo("8");
    assertThat(model.busyProperty().get()).isFalse();
  }

  @Test
  void trainSaysWhatIsMissing() {
    model.train();
    assertThat(desk.launched).isEmpty();
    assertThat(model.hintProperty().get()).contains("No base model was chosen");
  }

  @Test
  void aTakenNameIsToldBesideTheName() throws IOException {
    fill();
    desk.publish("mine", "stories260K-hf", 4, java.util.Optional.empty());
    model.form().edit(Setting.NAME, "mine");
    model.train();
    assertThat(desk.launched).isEmpty();
    assertThat(model.form().field(Setting.NAME).problemProperty().get().orElseThrow().message())
        .contains("mine");
  }

  @Test
  void aRecipeComesBackAsItWasSaved() throws IOException {
    fill();
    model.form().choose(Preset.THOROUGH);
    TrainingDraft saved = model.form().draftProperty().get();
    Path file = folder.resolve("thorough.recipe.json");
    model.recipe().save(file);
    model.form().replace(TrainingDraft.empty());
    model.recipe().load(file);
    assertThat(model.form().draftProperty().get()).isEqualTo(saved);
  }

  @Test
  void theCommandDoesTheSame() throws IOException {
    fill();
    List<String> commands = new ArrayList<>();
    model.recipe().command(commands::add);
    assertThat(commands.getFirst())
        .startsWith("deltaworks train --model stories260K-hf --data pirate")
        .contains("--target-modules all-linear");
  }

  @Test
  void takesOverWhatAnotherScreenFilledIn() throws IOException {
    fill();
    model.form().chooseRank(32);
    model.show(TrainingDraft.empty().with(Setting.DATA, "other"));
    assertThat(model.form().draftProperty().get().text(Setting.MODEL)).isEqualTo("stories260K-hf");
    assertThat(model.form().draftProperty().get().texts(Setting.DATA)).containsExactly("other");
  }
}
