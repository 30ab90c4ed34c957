package org.deltaworks.ui.fx;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/** Text in the four sizes there are. The looks are the style classes of the same names. */
public final class Words {
  private Words() {}

  /** 22 px: what the page is. One per page. */
  public static Label title(String text) {
    return styled(text, "dw-title");
  }

  /** 16 px: what a group is. */
  public static Label heading(String text) {
    return styled(text, "dw-heading");
  }

  /** 13 px, wrapping. */
  public static Label body(String text) {
    Label label = styled(text, "dw-body");
    label.setWrapText(true);
    return label;
  }

  /** 13 px, wrapping, following a value. */
  public static Label body(ObservableValue<String> text) {
    Label label = body("");
    label.textProperty().bind(text);
    return label;
  }

  /** 13 px, paler, wrapping: what explains. */
  public static Label muted(String text) {
    Label label = body(text);
    label.getStyleClass().add("dw-muted");
    return label;
  }

  /** 13 px, paler, wrapping, following a value. */
  public static Label muted(ObservableValue<String> text) {
    Label label = muted("");
    label.textProperty().bind(text);
    return label;
  }

  /** 11 px, paler: units, times, notes. */
  public static Label caption(String text) {
    return styled(text, "dw-caption");
  }

  /** 11 px, paler, following a value. */
  public static Label caption(ObservableValue<String> text) {
    Label label = caption("");
    label.textProperty().bind(text);
    return label;
  }

  private static Label styled(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    return label;
  }
}
