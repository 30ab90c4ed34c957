package org.deltaworks.ui.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.testing.SharedData;
import org.deltaworks.ui.desk.Desk;
import org.deltaworks.ui.desk.ScriptedAnswerer;
import org.deltaworks.ui.navigation.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsViewModelTest {
  private Path folder;
  private Desk desk;
  private DatasetsViewModel model;

  @BeforeEach
  void open(@TempDir Path home) {
    folder = home;
    desk = new Desk(home.resolve("home"), new ScriptedAnswerer());
    model =
        new DatasetsViewModel(desk.datasets, desk.models, desk.background, desk.told, desk.told);
    model.refresh();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Path rows(String... lines) throws IOException {
    return Files.write(folder.resolve("pirate.jsonl"), List.of(lines));
  }

  @Test
  void anAddedFileIsShownAsItWillBeRead() throws IOException {
    model.add(rows("{\"prompt\":\"Where?\",\"completion\":\"North.\"}"));
    assertThat(model.selectedProperty().get()).isNotNull();
    assertThat(model.rows().getFirst().parts())
        .containsExactly(
            new RowText.Part("Question", "Where?", false),
            new RowText.Part("Answer", "North.", true));
  }

  @Test
  void aFileWithoutRowsIsRefusedInWords() throws IOException {
    model.add(rows());
    assertThat(model.addProblemProperty().get()).isPresent();
    assertThat(model.contentProperty().get().ready().orElseThrow()).isEmpty();
  }

  @Test
  void theModelsViewMarksWhatIsLearnt() throws IOException {
    desk.models.add(SharedData.at("models/stories260K-hf"));
    model.add(rows("{\"prompt\":\"Where?\",\"completion\":\"North.\"}"));
    model.refresh();
    List<TokenMark> marks = model.tokensProperty().get().ready().orElseThrow();
    assertThat(marks).extracting(TokenMark::fate).contains(TokenMark.Fate.READ);
    int firstLearnt = (int) marks.stream().takeWhile(m -> m.fate() == TokenMark.Fate.READ).count();
    assertThat(marks.subList(firstLearnt, marks.size()))
        .isNotEmpty()
        .allMatch(m -> m.fate() == TokenMark.Fate.LEARNT);
    DatasetsViewModel.Lengths lengths =
        model.lengthsProperty().get().ready().orElseThrow().orElseThrow();
    assertThat(lengths.cut()).isEqualTo(512);
    assertThat(lengths.summary().longest()).isEqualTo(marks.size());
  }

  @Test
  void aLongRowIsCut() throws IOException {
    desk.models.add(SharedData.at("models/stories260K-hf"));
    model.add(rows("{\"text\":\"" + "a long story ".repeat(200) + "\"}"));
    model.refresh();
    List<TokenMark> marks = model.tokensProperty().get().ready().orElseThrow();
    assertThat(marks.get(511).fate()).isEqualTo(TokenMark.Fate.LEARNT);
    assertThat(marks.get(512).fate()).isEqualTo(TokenMark.Fate.CUT);
    assertThat(model.lengthsProperty().get().ready().orElseThrow().orElseThrow().summary().cut())
        .isEqualTo(1);
  }

  @Test
  void aRemovalCanBeUndone() throws IOException {
    model.add(rows("{\"text\":\"One.\"}"));
    var entry = model.contentProperty().get().ready().orElseThrow().getFirst();
    model.remove(entry);
    assertThat(model.contentProperty().get().ready().orElseThrow()).isEmpty();
    assertThat(Path.of(entry.path())).exists();
    desk.told.undo.run();
    assertThat(model.contentProperty().get().ready().orElseThrow()).containsExactly(entry);
  }

  @Test
  void leadsToTraining() throws IOException {
    model.add(rows("{\"text\":\"One.\"}"));
    model.train(model.contentProperty().get().ready().orElseThrow().getFirst());
    assertThat(desk.told.places.getFirst())
        .isInstanceOfSatisfying(
            Place.NewTraining.class,
            place -> assertThat(place.draft().texts(Setting.DATA)).containsExactly("pirate"));
  }
}
