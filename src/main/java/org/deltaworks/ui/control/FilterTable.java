package org.deltaworks.ui.control;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;

/**
 * The table of every screen: sort, choose columns, filter box, keyboard, multi-select, context
 * menu, copies as text. Enter or a double click opens a row. Feed it an observable list; replacing
 * the list's contents keeps the selection where rows are equal.
 *
 * @param <T> the row; give it an equality that survives a refresh where selection should
 */
public final class FilterTable<T> extends VBox {
  private final TableView<T> table = new TableView<>();
  private final TextField filter = new TextField();
  private final HBox bar = Layout.row(filter);
  private final FilteredList<T> filtered;
  private final List<Column<T>> columns;
  private Consumer<T> opener = row -> {};

  /**
   * A table of these rows.
   *
   * @param filterPrompt what the filter box says while it is empty, such as {@code Find a run}
   */
  public FilterTable(ObservableList<T> rows, String filterPrompt, List<Column<T>> columns) {
    super(Layout.INSIDE);
    this.columns = List.copyOf(columns);
    this.filtered = new FilteredList<>(rows);
    getStyleClass().add("dw-table");
    filter.setPromptText(filterPrompt);
    filter.setAccessibleText(filterPrompt);
    filter.getStyleClass().add("dw-filter");
    filter.textProperty().addListener((property, old, now) -> filtered.setPredicate(this::matches));
    columns.forEach(column -> table.getColumns().add(FilterTableCells.column(column)));
    SortedList<T> sorted = new SortedList<>(filtered);
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setTableMenuButtonVisible(true);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setRowFactory(view -> openingRow());
    table.setPlaceholder(Words.muted("Nothing here has these words."));
    new FilterTableKeys<>(this).install();
    getChildren().addAll(bar, Layout.grow(table));
    Layout.grow(this);
  }

  /** What Enter and a double click do. */
  public void setOnOpen(Consumer<T> open) {
    opener = open;
  }

  /** What the context menu offers, besides copying. */
  public void setActions(List<RowAction<T>> actions) {
    FilterTableMenu.install(this, actions);
  }

  /** Puts buttons at the right end of the line of the filter box. */
  public void addToBar(Node... nodes) {
    bar.getChildren().add(Layout.spacer());
    bar.getChildren().addAll(nodes);
  }

  /** What is shown instead of rows when there are none at all. */
  public void setWhenEmpty(Node placeholder) {
    table.setPlaceholder(placeholder);
  }

  /** Rows selected now; observable. */
  public ObservableList<T> selected() {
    return table.getSelectionModel().getSelectedItems();
  }

  /** Selects one row and scrolls to it; nothing where it is not shown. */
  public void select(T row) {
    int index = table.getItems().indexOf(row);
    if (index >= 0) {
      table.getSelectionModel().clearAndSelect(index);
      table.scrollTo(index);
    }
  }

  /** The box one types a filter into. */
  public TextField filterBox() {
    return filter;
  }

  /** The table itself, for what this class does not say. */
  public TableView<T> table() {
    return table;
  }

  /** Titles and selected rows (or all shown ones), with tabs: what is copied. */
  public String asText() {
    List<Column<T>> shown = table.getVisibleLeafColumns().stream().map(this::describes).toList();
    List<T> rows = selected().isEmpty() ? table.getItems() : selected();
    StringBuilder text = new StringBuilder();
    text.append(String.join("\t", shown.stream().map(Column::title).toList())).append('\n');
    for (T row : rows) {
      text.append(String.join("\t", shown.stream().map(c -> c.text().apply(row)).toList()))
          .append('\n');
    }
    return text.toString();
  }

  /** Opens the row the focus is on, as Enter does. */
  void openSelected() {
    T row = table.getSelectionModel().getSelectedItem();
    if (row != null) {
      opener.accept(row);
    }
  }

  private boolean matches(T row) {
    String[] words = filter.getText().strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
    String all =
        String.join(" ", columns.stream().map(c -> c.text().apply(row)).toList())
            .toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (!all.contains(word)) {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings("unchecked")
  private Column<T> describes(TableColumn<T, ?> column) {
    return (Column<T>) column.getUserData();
  }

  private TableRow<T> openingRow() {
    TableRow<T> row = new TableRow<>();
    row.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY
              && event.getClickCount() == 2
              && !row.isEmpty()) {
            opener.accept(row.getItem());
          }
        });
    return row;
  }

  /** Keys of the table. */
  private record FilterTableKeys<T>(FilterTable<T> owner) {
    void install() {
      owner.table.setOnKeyPressed(
          event -> {
            if (event.getCode() == KeyCode.ENTER) {
              owner.openSelected();
              event.consume();
            } else if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
              FilterTableMenu.copy(owner);
              event.consume();
            } else if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
              owner.filter.requestFocus();
              event.consume();
            }
          });
      owner.filter.setOnKeyPressed(
          event -> {
            if (event.getCode() == KeyCode.ESCAPE && !owner.filter.getText().isEmpty()) {
              owner.filter.clear();
              event.consume();
            } else if (event.getCode() == KeyCode.DOWN) {
              owner.table.requestFocus();
              owner.table.getSelectionModel().selectFirst();
              event.consume();
            }
          });
    }
  }

  /** A read-only property with the cell's text, as TableView wants one. */
  static ReadOnlyStringWrapper value(String text) {
    return new ReadOnlyStringWrapper(text);
  }
}
