package org.deltaworks.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.deltaworks.domain.training.Run;
import org.deltaworks.ui.fx.Theme;
import org.deltaworks.ui.notice.NoticePane;
import org.deltaworks.ui.notice.Question;

/**
 * The window around the shell: size, title, keys, and what closing it means while a run goes on.
 */
public final class ShellWindow {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final double MIN_WIDTH = 1024;
  private static final double MIN_HEIGHT = 700;

  private final Stage stage;
  private final ShellViewModel model;
  private final NoticePane notices;

  /** Dresses a stage; the caller shows it. */
  public ShellWindow(Stage stage, ShellViewModel model, NoticePane notices, Theme theme) {
    this.stage = stage;
    this.model = model;
    this.notices = notices;
    Rectangle2D room = Screen.getPrimary().getVisualBounds();
    Scene scene =
        new Scene(notices, Math.min(WIDTH, room.getWidth()), Math.min(HEIGHT, room.getHeight()));
    theme.style(scene);
    Shortcuts.install(scene, model, notices);
    stage.setTitle("Deltaworks");
    stage.setScene(scene);
    for (int size : new int[] {16, 32, 64, 128}) {
      stage
          .getIcons()
          .add(new Image(Theme.sheet(ShellWindow.class, "icon-" + size + ".png"), true));
    }
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(Math.min(MIN_HEIGHT, room.getHeight()));
    stage.addEventHandler(WindowEvent.WINDOW_CLOSE_REQUEST, this::asked);
  }

  /** Whoever closes while a run goes on says what becomes of it. */
  private void asked(WindowEvent event) {
    Optional<Run> running = model.runningProperty().get();
    if (running.isEmpty()) {
      return;
    }
    event.consume();
    notices.ask(
        new Question(
            "Keep training while the window is closed?",
            "\"%s\" needs no window. If you keep it going, its whole curve is here when you open Deltaworks again. If you stop it, what it has learnt is kept."
                .formatted(running.get().name()),
            List.of(
                Question.cancel("Cancel"),
                Question.plain("Stop it and close", this::stopAndClose),
                Question.main("Keep it going", stage::hide))));
  }

  private void stopAndClose() {
    model.stopRunning(stage::hide, notices::failed);
  }
}
