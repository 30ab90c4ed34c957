package org.deltaworks.ui.notice;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One notice in the corner. Its time stands still while the mouse is on it. */
final class Toast extends HBox {
  private Runnable onClosed = () -> {};
  private Runnable afterwards = () -> {};
  private @Nullable PauseTransition clock;

  Toast(String message) {
    super(Layout.BETWEEN);
    Label label = Words.body(message);
    build(label);
  }

  Toast(String message, String remedy) {
    super(Layout.BETWEEN);
    getStyleClass().add("dw-toast-failure");
    VBox text = Layout.column(Layout.TIGHT, Words.body(message), Words.muted(remedy));
    FontIcon icon = new FontIcon(Feather.ALERT_CIRCLE);
    icon.getStyleClass().add("dw-icon");
    getChildren().add(icon);
    build(text);
  }

  /** Adds a button that acts and closes; what was to happen afterwards does not. */
  Toast withAction(String label, Runnable act) {
    Button button = new Button(label);
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.getStyleClass().addAll(Styles.SMALL);
    button.setOnAction(
        event -> {
          afterwards = () -> {};
          close();
          act.run();
        });
    getChildren().add(button);
    return this;
  }

  Toast goesAfter(Duration time) {
    return goesAfter(time, () -> {});
  }

  Toast goesAfter(Duration time, Runnable then) {
    afterwards = then;
    PauseTransition pause = new PauseTransition(javafx.util.Duration.millis(time.toMillis()));
    pause.setOnFinished(event -> close());
    setOnMouseEntered(event -> pause.pause());
    setOnMouseExited(event -> pause.play());
    pause.play();
    clock = pause;
    return stays();
  }

  /** Adds the cross; called last. */
  Toast stays() {
    Button cross = new Button();
    FontIcon icon = new FontIcon(Feather.X);
    icon.getStyleClass().add("dw-icon");
    cross.setGraphic(icon);
    cross.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    cross.setAccessibleText("Close this notice");
    cross.setOnAction(event -> close());
    getChildren().add(cross);
    return this;
  }

  void setOnClosed(Runnable closed) {
    onClosed = closed;
  }

  private void build(javafx.scene.Node text) {
    getStyleClass().add("dw-toast");
    setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    setAccessibleRole(AccessibleRole.TEXT);
    getChildren().add(Layout.growWide(text));
    setMaxWidth(USE_PREF_SIZE);
  }

  private void close() {
    if (clock != null) {
      clock.stop();
    }
    onClosed.run();
    Runnable then = afterwards;
    afterwards = () -> {};
    then.run();
  }
}
