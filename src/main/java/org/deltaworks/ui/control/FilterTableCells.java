package org.deltaworks.ui.control;

import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Turns a {@link Column} into JavaFX's. */
final class FilterTableCells {
  private FilterTableCells() {}

  /** The cells hold the whole row, so that one comparator and one text function serve them. */
  static <T> TableColumn<T, T> column(Column<T> column) {
    TableColumn<T, T> made = new TableColumn<>(column.title());
    made.setUserData(column);
    made.setPrefWidth(column.width());
    made.setMinWidth(Math.min(column.width(), 60));
    made.setVisible(column.shownAtFirst());
    made.setComparator(column.order());
    made.setCellValueFactory(
        features -> new javafx.beans.property.ReadOnlyObjectWrapper<>(features.getValue()));
    made.setCellFactory(owner -> new RowCell<>(column));
    if (column.number()) {
      made.getStyleClass().add("dw-number-column");
    }
    return made;
  }

  /** One cell. */
  private static final class RowCell<T> extends TableCell<T, T> {
    private final Column<T> column;
    private final Tooltip exact = new Tooltip();

    RowCell(Column<T> column) {
      this.column = column;
      if (column.number()) {
        getStyleClass().add("dw-number");
      }
    }

    @Override
    protected void updateItem(@Nullable T row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setText(null);
        setGraphic(null);
        setTooltip(null);
        return;
      }
      setText(column.pictureOnly() ? null : column.text().apply(row));
      setGraphic(column.picture() == null ? null : column.picture().apply(row));
      if (column.exact() != null) {
        exact.setText(column.exact().apply(row));
        setTooltip(exact);
      }
    }
  }
}
