package org.deltaworks.service.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsServiceTest {
  @TempDir private Path home;

  @Test
  void whatIsChosenIsFoundAgain() {
    SettingsService settings = new SettingsService(home);
    List<Preferences> heard = new ArrayList<>();
    settings.follow(heard::add);
    Preferences chosen = new Preferences(Preferences.Theme.DARK, "de", 3);
    settings.change(chosen);
    settings.change(chosen);
    assertThat(heard).containsExactly(chosen);
    assertThat(new SettingsService(home).current()).isEqualTo(chosen);
  }

  @Test
  void aBrokenFileIsAsIfNothingWasChosen() throws IOException {
    Files.writeString(
        home.resolve("preferences.properties"), "theme=PURPLE\nthreads=many\nlanguage=\\u00zz");
    assertThat(new SettingsService(home).current()).isEqualTo(Preferences.DEFAULT);
  }
}
