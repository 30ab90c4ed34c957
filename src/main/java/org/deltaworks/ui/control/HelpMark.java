package org.deltaworks.ui.control;

import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.stage.Popup;
import javafx.util.Duration;
import org.deltaworks.ui.fx.Layout;

/**
 * A small "?" that explains a word in a sentence: on hover, and on a click or Enter too, because a
 * person who has never seen the word will press it.
 */
public final class HelpMark extends Button {
  private static final double WIDTH = 300;

  private final String help;

  /** Explains in one or two plain sentences. */
  public HelpMark(String help) {
    super("?");
    this.help = help;
    getStyleClass().add("dw-help");
    setAccessibleText("Help: " + help);
    Tooltip tooltip = new Tooltip(help);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(WIDTH);
    tooltip.setShowDelay(Duration.millis(300));
    setTooltip(tooltip);
    setOnAction(event -> open());
  }

  /** A word with its explanation beside it. */
  public static HBox explained(String word, String help) {
    Label label = new Label(word);
    label.getStyleClass().add("dw-body");
    HelpMark mark = new HelpMark(help);
    label.setLabelFor(mark);
    return Layout.row(Layout.TIGHT, label, mark);
  }

  private void open() {
    Label sentence = new Label(help);
    sentence.setWrapText(true);
    sentence.setPrefWidth(WIDTH);
    sentence.getStyleClass().add("dw-help-text");
    Popup popup = new Popup();
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    popup.getContent().add(sentence);
    Bounds here = localToScreen(getBoundsInLocal());
    if (here != null) {
      popup.show(this, here.getMinX(), here.getMaxY() + Layout.TIGHT);
    }
  }
}
