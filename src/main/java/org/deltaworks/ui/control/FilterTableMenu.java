package org.deltaworks.ui.control;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The context menu of a {@link FilterTable} and the keys of its actions. */
final class FilterTableMenu {
  private FilterTableMenu() {}

  static <T> void install(FilterTable<T> owner, List<RowAction<T>> actions) {
    ContextMenu menu = new ContextMenu();
    for (RowAction<T> action : actions) {
      MenuItem item = new MenuItem(action.label());
      item.setOnAction(event -> act(owner, action));
      item.setUserData(action);
      if (action.key() != null) {
        item.setAccelerator(action.key());
      }
      menu.getItems().add(item);
    }
    MenuItem copy = new MenuItem("Copy as text");
    copy.setAccelerator(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN));
    copy.setOnAction(event -> copy(owner));
    if (!actions.isEmpty()) {
      menu.getItems().add(new SeparatorMenuItem());
    }
    menu.getItems().add(copy);
    menu.setOnShowing(
        event ->
            menu.getItems()
                .forEach(
                    item -> {
                      int index = menu.getItems().indexOf(item);
                      if (index < actions.size()) {
                        item.setDisable(
                            !actions.get(index).possible().test(List.copyOf(owner.selected())));
                      }
                    }));
    owner.table().setContextMenu(menu);
    // Accelerators of a context menu fire only while it is open; the keys are wanted always.
    owner
        .table()
        .addEventHandler(
            KeyEvent.KEY_PRESSED,
            event -> {
              for (RowAction<T> action : actions) {
                if (action.key() != null && action.key().match(event)) {
                  act(owner, action);
                  event.consume();
                }
              }
            });
  }

  static <T> void copy(FilterTable<T> owner) {
    ClipboardContent content = new ClipboardContent();
    content.putString(owner.asText());
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static <T> void act(FilterTable<T> owner, RowAction<T> action) {
    List<T> rows = List.copyOf(owner.selected());
    if (action.possible().test(rows)) {
      action.act().accept(rows);
    }
  }
}
