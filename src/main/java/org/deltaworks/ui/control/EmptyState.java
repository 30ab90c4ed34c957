package org.deltaworks.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.kordamp.ikonli.feather.Feather;

/** What a screen shows when there is nothing yet: a picture, a sentence and what to do next. */
public final class EmptyState extends VBox {
  private static final double TEXT_WIDTH = 420;

  /**
   * A place with nothing in it.
   *
   * @param heading what is missing, short
   * @param sentence why it matters or what will be here
   * @param actions at most one main button and what else there is to do
   */
  public EmptyState(Feather picture, String heading, String sentence, Node... actions) {
    super(Layout.INSIDE);
    getStyleClass().add("dw-empty");
    setAlignment(Pos.CENTER);
    Label words = Words.muted(sentence);
    words.setMaxWidth(TEXT_WIDTH);
    words.setAlignment(Pos.CENTER);
    words.getStyleClass().add("dw-centred");
    getChildren().addAll(Icons.large(picture), Words.heading(heading), words);
    if (actions.length > 0) {
      javafx.scene.layout.HBox buttons = Layout.row(actions);
      buttons.setAlignment(Pos.CENTER);
      buttons.getStyleClass().add("dw-empty-actions");
      getChildren().add(buttons);
    }
    Layout.grow(this);
  }
}
