package org.deltaworks.ui.control;

import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.deltaworks.ui.fx.Content;
import org.deltaworks.ui.fx.Layout;

/**
 * The four states of a screen in one place: skeleton rows while loading, a page that says what to
 * do while there is nothing, what is wrong when it failed, and the contents otherwise. The node of
 * the contents is kept, so a refresh loses no selection.
 *
 * @param <T> what is shown
 */
public final class ContentPane<T> extends StackPane {
  private static final int SKELETON_ROWS = 6;

  private final Node full;
  private final Supplier<? extends Node> empty;
  private final Predicate<? super T> isEmpty;
  private final Runnable retry;

  /**
   * Follows the content.
   *
   * @param full what shows it; kept while it changes
   * @param isEmpty whether there is nothing to show
   * @param empty made when there is nothing
   * @param retry what "Try again" does
   */
  public ContentPane(
      ObservableValue<Content<T>> content,
      Node full,
      Predicate<? super T> isEmpty,
      Supplier<? extends Node> empty,
      Runnable retry) {
    this.full = full;
    this.isEmpty = isEmpty;
    this.empty = empty;
    this.retry = retry;
    content.addListener((property, old, now) -> show(now));
    show(content.getValue());
    Layout.grow(this);
    setMinSize(0, 0);
  }

  private void show(Content<T> content) {
    Node wanted =
        switch (content) {
          case Content.Loading<T>() -> new SkeletonRows(SKELETON_ROWS);
          case Content.Failed<T>(var problem) ->
              Layout.column(new FailedState(problem, Buttons.plain("Try again", retry)));
          case Content.Ready<T>(T value) -> isEmpty.test(value) ? empty.get() : full;
        };
    if (getChildren().size() != 1 || getChildren().getFirst() != wanted) {
      getChildren().setAll(wanted);
    }
  }
}
