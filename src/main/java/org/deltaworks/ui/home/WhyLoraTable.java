package org.deltaworks.ui.home;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.deltaworks.ui.fx.Words;

/** The ways and their numbers, units in the words, numbers to the right. */
final class WhyLoraTable extends GridPane {
  WhyLoraTable(List<WhyLoraRow> rows, Consumer<String> watch) {
    getStyleClass().addAll("dw-card", "why-table");
    ColumnConstraints first = new ColumnConstraints();
    first.setHgrow(Priority.ALWAYS);
    getColumnConstraints().addAll(first, new ColumnConstraints());
    for (int i = 0; i < WhyLoraRow.HEAD.size(); i++) {
      ColumnConstraints numbers = new ColumnConstraints();
      numbers.setHalignment(HPos.RIGHT);
      getColumnConstraints().add(numbers);
    }
    add(Words.caption("Way to train"), 0, 0);
    add(Words.caption("State"), 1, 0);
    for (int i = 0; i < WhyLoraRow.HEAD.size(); i++) {
      add(Words.caption(WhyLoraRow.HEAD.get(i)), i + 2, 0);
    }
    for (int line = 0; line < rows.size(); line++) {
      fill(rows.get(line), line + 1, watch);
    }
  }

  private void fill(WhyLoraRow row, int line, Consumer<String> watch) {
    Label name = Words.body(row.name());
    name.getStyleClass().add("dw-strong");
    name.setMinWidth(140);
    add(name, 0, line);
    add(state(row, watch), 1, line);
    for (int i = 0; i < row.cells().size(); i++) {
      Label cell = new Label(row.cells().get(i));
      cell.getStyleClass().addAll("dw-body", "dw-number");
      cell.setMinWidth(USE_PREF_SIZE);
      add(cell, i + 2, line);
    }
  }

  private static Node state(WhyLoraRow row, Consumer<String> watch) {
    if (row.run().isEmpty()) {
      return Words.caption(row.state());
    }
    Hyperlink link = new Hyperlink(row.state());
    link.getStyleClass().add("why-state");
    link.setTooltip(new Tooltip(row.problem().isEmpty() ? "Go to the run" : row.problem()));
    link.setOnAction(event -> watch.accept(row.run().get()));
    return link;
  }
}
