package org.deltaworks.ui.notice;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.jspecify.annotations.Nullable;

/** A question in the middle of a dimmed window; Escape takes the first answer. */
final class QuestionPane extends StackPane {
  private final HBox buttons = Layout.row();
  private final @Nullable Node before;
  private Runnable onClosed = () -> {};

  /**
   * Shows the question.
   *
   * @param before what had the focus, to get it back
   */
  QuestionPane(Question question, @Nullable Node before) {
    this.before = before;
    getStyleClass().add("dw-scrim");
    Label title = Words.heading(question.title());
    title.setWrapText(true);
    VBox box = Layout.column(Layout.BETWEEN, title, Words.body(question.text()), buttons);
    box.getStyleClass().add("dw-dialog");
    box.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    question.choices().forEach(choice -> buttons.getChildren().add(button(choice)));
    getChildren().add(box);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            answer(question.choices().getFirst());
            event.consume();
          } else if (event.getCode() == KeyCode.TAB) {
            moveFocus(event.isShiftDown() ? -1 : 1);
            event.consume();
          }
        });
  }

  void setOnClosed(Runnable closed) {
    onClosed = closed;
  }

  /** Puts the focus on the main answer. */
  void takeFocus() {
    buttons.getChildren().getLast().requestFocus();
  }

  private Button button(Question.Choice choice) {
    Button button = new Button(choice.label());
    button.setMinWidth(Button.USE_PREF_SIZE);
    switch (choice.weight()) {
      case MAIN -> button.getStyleClass().add(Styles.ACCENT);
      case DANGER -> button.getStyleClass().addAll(Styles.BUTTON_OUTLINED, Styles.DANGER);
      case PLAIN -> {}
    }
    button.setOnAction(event -> answer(choice));
    return button;
  }

  private void answer(Question.Choice choice) {
    onClosed.run();
    if (before != null) {
      before.requestFocus();
    }
    choice.act().run();
  }

  /** The focus stays inside while the question is open. */
  private void moveFocus(int by) {
    Node now = getScene().getFocusOwner();
    int count = buttons.getChildren().size();
    int index = now == null ? -1 : buttons.getChildren().indexOf(now);
    buttons.getChildren().get(Math.floorMod(index + by, count)).requestFocus();
  }
}
