package org.deltaworks.ui.playground;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.ui.control.FailedState;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;

/** One answer under its head; the text can be selected and copied. */
final class AnswerPane extends VBox {
  private final TextArea text = new TextArea();
  private final VBox failed = Layout.column();

  /**
   * Shows a column.
   *
   * @param title who answers
   * @param style class that marks whose answer it is
   * @param controls what belongs to it besides
   */
  AnswerPane(AnswerColumn column, ObservableValue<String> title, String style, Node... controls) {
    super(Layout.INSIDE);
    getStyleClass().addAll("dw-card", "answer", style);
    Label who = Words.heading("");
    who.textProperty().bind(title);
    // Many models begin an answer with the space that parts it from the question.
    text.textProperty().bind(column.textProperty().map(String::stripLeading));
    text.setEditable(false);
    text.setWrapText(true);
    text.accessibleTextProperty().bind(title);
    text.getStyleClass().add("answer-text");
    getChildren().add(who);
    getChildren().addAll(controls);
    getChildren().addAll(Layout.grow(text), failed, Words.caption(column.factsProperty()));
    Layout.grow(this);
    setMinWidth(0);
    column.problemProperty().addListener((property, old, now) -> show(now));
    show(column.problemProperty().get());
  }

  private void show(Optional<Problem> problem) {
    failed.getChildren().clear();
    problem.ifPresent(p -> failed.getChildren().add(new FailedState(p)));
    failed.setManaged(problem.isPresent());
    text.setVisible(problem.isEmpty());
    text.setManaged(problem.isEmpty());
  }
}
