package org.deltaworks.ui.datasets;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.jspecify.annotations.Nullable;

/** A row in a list: who says what, one line each. */
final class RowCell extends ListCell<RowText> {
  private static final int LONGEST = 240;

  @Override
  protected void updateItem(@Nullable RowText row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    GridPane grid = new GridPane(Layout.INSIDE, 2);
    int line = 0;
    Label number = Words.caption(Integer.toString(row.number()));
    number.setMinWidth(24);
    grid.add(number, 0, 0);
    for (RowText.Part part : row.parts()) {
      Label who = Words.caption(part.learnt() ? part.label() + " \u2713" : part.label());
      who.setMinWidth(64);
      Label what = new Label(oneLine(part.text()));
      what.getStyleClass().add("dw-body");
      what.setMinWidth(0);
      grid.add(who, 1, line);
      grid.add(what, 2, line++);
    }
    grid.setMinWidth(0);
    grid.setPrefWidth(Region.USE_COMPUTED_SIZE);
    grid.prefWidthProperty().bind(getListView().widthProperty().subtract(40));
    setGraphic(grid);
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\s*\\R\\s*", " \u23ce ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
