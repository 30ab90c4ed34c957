package org.deltaworks.ui.training;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.deltaworks.ui.control.HelpMark;
import org.deltaworks.ui.fx.Layout;

/** A word with help, and a value that changes. */
final class Fact {
  private static final String NOT_KNOWN = "\u2013";

  private final Node word;
  private final Label value = new Label(NOT_KNOWN);

  Fact(String label, String help) {
    HBox explained = HelpMark.explained(label, help);
    explained.setMinWidth(Region.USE_PREF_SIZE);
    word = explained;
    value.getStyleClass().addAll("dw-body", "dw-number", "fact");
    value.setMaxWidth(Double.MAX_VALUE);
    value.setMinWidth(Region.USE_PREF_SIZE);
    GridPane.setHgrow(value, Priority.ALWAYS);
  }

  /** Facts one below the other, their values at the right. */
  static GridPane grid(Fact... facts) {
    GridPane grid = new GridPane(Layout.INSIDE, Layout.INSIDE);
    ColumnConstraints words = new ColumnConstraints();
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(words, values);
    int row = 0;
    for (Fact fact : facts) {
      grid.addRow(row++, fact.word, fact.value);
    }
    return grid;
  }

  void show(String text) {
    value.setText(text);
    value.setTooltip(null);
  }

  void show(String text, String exact) {
    show(text);
    value.setTooltip(new Tooltip(exact));
  }

  /** Nobody knows yet. */
  void clear() {
    show(NOT_KNOWN);
  }
}
