package org.deltaworks.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.deltaworks.service.settings.AboutService;
import org.deltaworks.service.settings.Preferences;
import org.deltaworks.service.settings.SettingsService;
import org.deltaworks.ui.desk.Desk;
import org.deltaworks.ui.desk.ScriptedAnswerer;
import org.deltaworks.ui.fx.Appearance;
import org.deltaworks.ui.notice.Question;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsViewModelTest {
  private final ObjectProperty<Appearance> appearance =
      new SimpleObjectProperty<>(Appearance.SYSTEM);
  private Path folder;
  private Desk desk;
  private SettingsViewModel model;

  @BeforeEach
  void open(@TempDir Path home) {
    folder = home;
    desk = new Desk(home, new ScriptedAnswerer());
    model =
        new SettingsViewModel(
            new SettingsViewModel.Services(desk.settings, desk.about, desk.diagnostics),
            appearance,
            desk.background,
            desk.told);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private SettingsService kept() {
    return new SettingsService(folder, desk.catalog.settings());
  }

  @Test
  void aLookChangesTheWindowAndIsKept() {
    model.choose(Appearance.DARK);
    assertThat(appearance.get()).isEqualTo(Appearance.DARK);
    assertThat(kept().current().theme()).isEqualTo(Preferences.Theme.DARK);
  }

  @Test
  void coresAreKeptAndNonsenseIsNot() {
    model.threadsProperty().set("3");
    model.threadsProperty().set("many");
    assertThat(model.threadsProblemProperty().get()).isPresent();
    assertThat(kept().current().threads()).isEqualTo(3);
    model.threadsProperty().set("");
    assertThat(model.threadsProblemProperty().get()).isEmpty();
    assertThat(kept().current().threads()).isZero();
  }

  @Test
  void trainingsKeepTheMachineAwakeUntilSomebodyDoesNotWantThat() {
    assertThat(model.awake()).isTrue();
    model.keepAwake(false);
    assertThat(kept().current().awake()).isFalse();
    model.keepAwake(true);
    assertThat(kept().current().awake()).isTrue();
  }

  @Test
  void theDesktopTellsThatATrainingEndedUntilSomebodyDoesNotWantThat() {
    assertThat(model.told()).isTrue();
    model.tell(false);
    assertThat(kept().current().told()).isFalse();
    assertThat(kept().current().awake()).isTrue();
    model.tell(true);
    assertThat(kept().current().told()).isTrue();
  }

  @Test
  void aBugReportShowsWhatIsInItBeforeItIsWritten(@TempDir Path elsewhere) {
    Path zip = elsewhere.resolve("report.zip");
    model.report(() -> Optional.of(zip));
    Question asked = Objects.requireNonNull(desk.told.asked);
    assertThat(asked.text()).contains("versions.txt", "settings.txt");
    assertThat(zip).doesNotExist();
    asked.choices().getLast().act().run();
    assertThat(zip).exists();
    assertThat(desk.told.sentences).last().isEqualTo("report.zip is written.");
  }

  @Test
  void aboutNamesWhatItIsMadeOf() {
    model.show();
    SettingsViewModel.About about = model.factsProperty().get().ready().orElseThrow();
    assertThat(about.thirdParties())
        .extracting(AboutService.ThirdParty::name)
        .contains("controlsfx", "sqlite-jdbc")
        .anyMatch(name -> name.contains("libtorch"));
    assertThat(about.license()).contains("Apache License");
    assertThat(about.versions())
        .extracting(AboutService.Version::name)
        .contains("Deltaworks", "Java");
  }
}
