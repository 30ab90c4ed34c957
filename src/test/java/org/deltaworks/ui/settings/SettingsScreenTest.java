package org.deltaworks.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.deltaworks.ui.desk.ChosenFiles;
import org.deltaworks.ui.desk.Desk;
import org.deltaworks.ui.desk.Look;
import org.deltaworks.ui.desk.Opened;
import org.deltaworks.ui.desk.ScriptedAnswerer;
import org.deltaworks.ui.fx.Appearance;
import org.deltaworks.ui.harness.Window;
import org.deltaworks.ui.navigation.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Settings and About as a person meets them. */
class SettingsScreenTest {
  private final Opened opened = new Opened();
  private final ChosenFiles files = new ChosenFiles();
  private final ObjectProperty<Appearance> appearance =
      new SimpleObjectProperty<>(Appearance.SYSTEM);
  private Desk desk;

  @BeforeEach
  void open(@TempDir Path home) {
    desk = new Desk(home, new ScriptedAnswerer());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Window window(Look look) {
    return look.open(
        () ->
            new SettingsView(
                new SettingsViewModel(
                    new SettingsViewModel.Services(desk.settings, desk.about, desk.diagnostics),
                    appearance,
                    desk.background,
                    desk.told),
                files,
                opened),
        new Place.Settings());
  }

  @Test
  void theLookIsChosenAndTheLogsAreOpened() {
    try (Window window = window(Look.LIGHT_WIDE)) {
      window.click("Dark");
      assertThat(appearance.get()).isEqualTo(Appearance.DARK);
      window.click("Open the logs");
      assertThat(opened.things).containsExactly(desk.about.logs().toString());
      window.click("Made with the work of others");
      window.untilShown("controlsfx");
    }
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void looks(Look look) {
    try (Window window = window(look)) {
      look.picture(window, "settings");
      window.click("Made with the work of others");
      look.picture(window, "settings-others");
    }
  }
}
