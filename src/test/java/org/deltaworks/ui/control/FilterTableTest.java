package org.deltaworks.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.deltaworks.ui.fx.Appearance;
import org.deltaworks.ui.harness.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FilterTableTest {
  private record Animal(String name, int legs) {}

  private final ObservableList<Animal> rows =
      FXCollections.observableArrayList(
          new Animal("Spider", 8), new Animal("ant", 6), new Animal("Cow", 4));
  private final List<Object> happened = new ArrayList<>();
  private Window window;
  private FilterTable<Animal> table;

  @BeforeEach
  void open() {
    Window.require();
    table =
        Window.onScreen(
            () ->
                new FilterTable<>(
                    rows,
                    "Find an animal",
                    List.of(
                        Column.words("Name", 200, Animal::name),
                        Column.number("Legs", 80, a -> (double) a.legs(), a -> "" + a.legs()))));
    table.setOnOpen(happened::add);
    table.setActions(
        List.of(
            RowAction.<Animal>many("Delete", happened::addAll).on("Delete"),
            RowAction.<Animal>one("Rename", happened::add)
                .on("F2")
                .when(a -> a.getFirst().legs() == 4)));
    window = Window.open(Appearance.LIGHT, 700, 400, () -> table);
  }

  @AfterEach
  void close() {
    if (window != null) {
      window.close();
    }
  }

  @Test
  void typingFiltersAndEscapeClears() {
    window.click(table.filterBox());
    window.type("COW");
    assertThat(shown()).containsExactly("Cow");
    window.press(KeyCode.ESCAPE);
    assertThat(shown()).hasSize(3);
  }

  @Test
  void everyWordOfTheFilterCounts() {
    window.click(table.filterBox());
    window.type("6 an");
    assertThat(shown()).containsExactly("ant");
  }

  @Test
  void numbersSortAsNumbersAndWordsWithoutCase() {
    sortBy(1);
    assertThat(shown()).containsExactly("Cow", "ant", "Spider");
    sortBy(0);
    assertThat(shown()).containsExactly("ant", "Cow", "Spider");
  }

  @Test
  void enterOpensAndDoubleClickToo() {
    Window.act(() -> table.select(rows.get(1)));
    Window.act(() -> table.table().requestFocus());
    window.press(KeyCode.ENTER);
    window.doubleClick("Spider");
    assertThat(happened).containsExactly(rows.get(1), rows.get(0));
  }

  @Test
  void keysActOnTheSelectionWhereAllowed() {
    Window.act(
        () -> {
          table.table().requestFocus();
          table.table().getSelectionModel().selectIndices(0, 1);
        });
    window.press(KeyCode.F2);
    assertThat(happened).isEmpty();
    window.press(KeyCode.DELETE);
    assertThat(happened).containsExactly(rows.get(0), rows.get(1));
  }

  @Test
  void theSelectionIsCopiedAsText() {
    Window.act(
        () -> {
          table.table().requestFocus();
          table.table().getSelectionModel().selectIndices(0, 2);
        });
    window.press(KeyCode.CONTROL, KeyCode.C);
    assertThat(Window.onScreen(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo("Name\tLegs\nSpider\t8\nCow\t4\n");
  }

  private void sortBy(int column) {
    Window.act(
        () -> {
          TableColumn<Animal, ?> by = table.table().getColumns().get(column);
          by.setSortType(TableColumn.SortType.ASCENDING);
          table.table().getSortOrder().clear();
          table.table().getSortOrder().add(by);
        });
  }

  private List<String> shown() {
    return Window.onScreen(() -> table.table().getItems().stream().map(Animal::name).toList());
  }
}
