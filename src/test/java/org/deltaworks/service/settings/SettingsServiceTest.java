package org.deltaworks.service.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deltaworks.catalog.Catalog;
import org.deltaworks.platform.Folders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsServiceTest {
  @TempDir private Path home;

  @Test
  void whatIsChosenIsFoundAgain() {
    Preferences chosen = new Preferences(Preferences.Theme.DARK, "de", 3, false, false);
    try (Catalog catalog = Catalog.open(new Folders(home, home.resolve("cache")))) {
      SettingsService settings = new SettingsService(home, catalog.settings());
      List<Preferences> heard = new ArrayList<>();
      settings.follow(heard::add);
      settings.change(chosen);
      settings.change(chosen);
      assertThat(heard).containsExactly(chosen);
      assertThat(new SettingsService(home, catalog.settings()).current()).isEqualTo(chosen);
    }
  }

  @Test
  void whatMakesNoSenseIsAsIfNothingWasChosen() {
    try (Catalog catalog = Catalog.open(new Folders(home, home.resolve("cache")))) {
      catalog.settings().put("window.theme", "PURPLE");
      catalog.settings().put("engine.threads", "many");
      assertThat(new SettingsService(home, catalog.settings()).current())
          .isEqualTo(Preferences.DEFAULT);
    }
  }
}
