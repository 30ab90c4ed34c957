package org.deltaworks.ui.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.deltaworks.platform.InstalledFiles;
import org.deltaworks.ui.desk.ChosenFiles;
import org.deltaworks.ui.desk.Desk;
import org.deltaworks.ui.desk.Look;
import org.deltaworks.ui.desk.Opened;
import org.deltaworks.ui.desk.ScriptedAnswerer;
import org.deltaworks.ui.harness.Window;
import org.deltaworks.ui.navigation.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Adapters as a person meets them. */
class AdaptersScreenTest {
  private final ChosenFiles files = new ChosenFiles();
  private final Opened opened = new Opened();
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
            new AdaptersView(
                new AdaptersViewModel(
                    desk.adapters,
                    desk.models,
                    (adapter, out) -> {},
                    desk.background,
                    desk.told,
                    desk.told),
                files,
                opened,
                desk.told),
        Place.Adapters.all());
  }

  @Test
  void isRenamedRatedAndTried() {
    desk.publish("stories-gsm8k", "stories260K-hf", 8, Optional.of(0.413));
    try (Window window = window(Look.LIGHT_WIDE)) {
      window.untilShown("one adapter, 185 kB, one base");
      TextField name = (TextField) window.find(".name-field");
      Window.act(
          () -> {
            name.requestFocus();
            name.selectAll();
          });
      window.type("pirate");
      window.press(KeyCode.ENTER);
      assertThat(desk.adapters.list().getFirst().name()).isEqualTo("pirate");
      Node third = window.find(Stars.class).getFirst().getChildren().get(2);
      window.click(third);
      assertThat(desk.adapters.find("pirate").rating()).isEqualTo(3);
      window.click("Try it");
      assertThat(desk.told.places).containsExactly(Place.TryIt.adapter("stories260K-hf", "pirate"));
    }
  }

  @Test
  void theFilterFinds() {
    desk.publish("pirate", "stories260K-hf", 8, Optional.empty());
    desk.publish("house", "stories260K-hf", 8, Optional.empty());
    try (Window window = window(Look.LIGHT_WIDE)) {
      window.untilShown("house");
      Node filter = window.find(".dw-filter");
      Window.act(filter::requestFocus);
      window.type("pir");
      window.until("the other row is gone", () -> !shows(window, "house"));
    }
  }

  private static boolean shows(Window window, String name) {
    return window.stage().getScene().getRoot().lookupAll(".table-cell").stream()
        .anyMatch(
            cell -> cell instanceof javafx.scene.control.Labeled l && name.equals(l.getText()));
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void showsWhatTheShelfTakes(Look look) {
    desk.models.add(InstalledFiles.polder(), "little-polder");
    for (String name : List.of("pirate", "menu", "mood", "poet", "secret", "house-style")) {
      desk.publish(name, "little-polder", 8, Optional.of(0.413));
    }
    try (Window window = window(look)) {
      window.untilShown("one base");
      look.picture(window, "adapters-six");
      Label sentence = (Label) window.find("#shelf-cost").lookup(".label");
      assertThat(sentence.getText()).contains("These 6 adapters take together 1.1 MB");
    }
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void looks(Look look) {
    files.willChoose(folder);
    try (Window window = window(look)) {
      look.picture(window, "adapters-empty");
      window.click("Import a folder…");
      look.picture(window, "adapters-failed");
    }
  }
}
