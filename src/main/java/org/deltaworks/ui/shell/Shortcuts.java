package org.deltaworks.ui.shell;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.deltaworks.ui.navigation.Place;
import org.deltaworks.ui.notice.Notices;
import org.deltaworks.ui.notice.Question;

/** Keys that work everywhere in the window. */
final class Shortcuts {
  private static final String HELP =
      """
      Ctrl+1 … Ctrl+8   go to Home, Train, Runs, Adapters, Try it, Models, Data, Settings
      Ctrl+N   new training
      Alt+Left   back to where you were
      Tab, Shift+Tab   next and previous field
      Enter   open the selected row of a table
      Ctrl+F   find in a table
      Ctrl+C   copy the selected rows as text
      Arrows, +, −, 0   look closer at a chart
      F1   this list\
      """;

  private Shortcuts() {}

  static void install(Scene scene, ShellViewModel model, Notices notices) {
    for (Section section : Section.values()) {
      KeyCode digit = KeyCode.valueOf("DIGIT" + section.digit());
      on(scene, digit, KeyCombination.SHORTCUT_DOWN, () -> model.go(section.place()));
    }
    on(scene, KeyCode.N, KeyCombination.SHORTCUT_DOWN, () -> model.go(Place.NewTraining.empty()));
    on(scene, KeyCode.LEFT, KeyCombination.ALT_DOWN, model::back);
    scene
        .getAccelerators()
        .put(
            new KeyCodeCombination(KeyCode.F1),
            () ->
                notices.ask(new Question("Keys", HELP, List.of(Question.main("Close", () -> {})))));
  }

  private static void on(Scene scene, KeyCode key, KeyCombination.Modifier modifier, Runnable act) {
    scene.getAccelerators().put(new KeyCodeCombination(key, modifier), act);
  }
}
