package org.deltaworks.ui.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.ui.desk.Desk;
import org.deltaworks.ui.desk.ScriptedAnswerer;
import org.deltaworks.ui.navigation.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdaptersViewModelTest {
  private Desk desk;
  private AdaptersViewModel model;

  @BeforeEach
  void open(@TempDir Path home) {
    desk = new Desk(home, new ScriptedAnswerer());
    model =
        new AdaptersViewModel(
            desk.adapters,
            desk.models,
            (adapter, out) -> {},
            desk.background,
            desk.told,
            desk.told);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private AdapterRow row(String name) {
    return model.rows().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void saysHowMuchThereIs() {
    desk.publish("a", "polder", 8, Optional.of(0.5));
    desk.publish("b", "polder", 8, Optional.empty());
    model.show(Optional.empty());
    assertThat(model.totalProperty().get()).isEqualTo("2 adapters, 370 kB, one base");
    assertThat(row("b").lossText()).isEqualTo("\u2013");
  }

  @Test
  void showsTheOneAskedForElseTheNewest() {
    desk.publish("a", "polder", 8, Optional.empty());
    desk.publish("b", "polder", 8, Optional.empty());
    model.show(Optional.of("a"));
    assertThat(model.selectedProperty().get()).isEqualTo(row("a"));
    model.show(Optional.empty());
    assertThat(model.selectedProperty().get()).isEqualTo(row("a"));
  }

  @Test
  void renamesAndKeepsTheSelection() {
    desk.publish("a", "polder", 8, Optional.empty());
    model.show(Optional.empty());
    model.rename(row("a"), "pirate");
    assertThat(model.rows()).extracting(AdapterRow::name).containsExactly("pirate");
    assertThat(model.selectedProperty().get()).isEqualTo(row("pirate"));
  }

  @Test
  void aTakenNameIsRefusedInWords() {
    desk.publish("a", "polder", 8, Optional.empty());
    desk.publish("b", "polder", 8, Optional.empty());
    model.show(Optional.empty());
    model.rename(row("a"), "b");
    assertThat(model.problemProperty().get().orElseThrow().message()).contains("called b");
    assertThat(model.rows()).extracting(AdapterRow::name).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void keepsNotesTagsAndRating() {
    desk.publish("a", "polder", 8, Optional.empty());
    model.show(Optional.empty());
    model.annotate(row("a"), "Rhymes well.", "short, rhymes,, ", 4);
    Adapter kept = desk.adapters.find("a");
    assertThat(kept.notes()).isEqualTo("Rhymes well.");
    assertThat(kept.tags()).containsExactly("rhymes", "short");
    assertThat(row("a").stars()).isEqualTo("\u2605\u2605\u2605\u2605");
  }

  @Test
  void aDeletionCanBeUndone() {
    desk.publish("a", "polder", 8, Optional.empty());
    model.show(Optional.empty());
    model.delete(List.of(row("a")));
    assertThat(model.rows()).isEmpty();
    desk.told.undo.run();
    assertThat(model.rows()).extracting(AdapterRow::name).containsExactly("a");
  }

  @Test
  void aDeletionNobodyUndoesTakesTheFiles() {
    Adapter gone = desk.publish("a", "polder", 8, Optional.empty());
    model.show(Optional.empty());
    model.delete(List.of(row("a")));
    assertThat(gone.folder()).exists();
    desk.told.afterwards.run();
    assertThat(gone.folder()).doesNotExist();
  }

  @Test
  void goesWhereItIsTriedOrTrainedFurther() {
    desk.publish("a", "polder", 8, Optional.empty());
    model.show(Optional.empty());
    model.tryIt(row("a"));
    model.goOn(row("a"));
    assertThat(desk.told.places.getFirst()).isEqualTo(Place.TryIt.adapter("polder", "a"));
    assertThat(desk.told.places.getLast())
        .isInstanceOfSatisfying(
            Place.NewTraining.class,
            place -> assertThat(place.draft().text(Setting.INIT_ADAPTER)).isEqualTo("a"));
  }

  @Test
  void aFolderThatIsNoAdapterIsRefusedInWords(@TempDir Path folder) {
    model.show(Optional.empty());
    model.importFolder(folder);
    assertThat(model.problemProperty().get()).isPresent();
    assertThat(model.busyProperty().get()).isFalse();
  }
}
