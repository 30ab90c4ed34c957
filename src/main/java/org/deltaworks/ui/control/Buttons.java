package org.deltaworks.ui.control;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** The kinds of button there are. A screen has at most one main button. */
public final class Buttons {
  private Buttons() {}

  /** The one thing most people came to do. */
  public static Button main(String label, Runnable act) {
    Button button = plain(label, act);
    button.getStyleClass().add(Styles.ACCENT);
    return button;
  }

  /** Something else one can do. */
  public static Button plain(String label, Runnable act) {
    Button button = new Button(label);
    button.setMnemonicParsing(false);
    button.setOnAction(event -> act.run());
    button.setMinWidth(Button.USE_PREF_SIZE);
    return button;
  }

  /** Something else one can do, with a picture before the word. */
  public static Button plain(Feather picture, String label, Runnable act) {
    Button button = plain(label, act);
    button.setGraphic(Icons.of(picture));
    return button;
  }

  /** Something that ends or removes. */
  public static Button danger(String label, Runnable act) {
    Button button = plain(label, act);
    button.getStyleClass().addAll(Styles.BUTTON_OUTLINED, Styles.DANGER);
    return button;
  }

  /** Without a frame, for what one needs seldom. */
  public static Button flat(String label, Runnable act) {
    Button button = plain(label, act);
    button.getStyleClass().add(Styles.FLAT);
    return button;
  }

  /** A picture alone; its words are shown on hover and read by screen readers. */
  public static Button icon(Feather picture, String words, Runnable act) {
    Button button = plain("", act);
    button.setGraphic(Icons.of(picture));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.setTooltip(new Tooltip(words));
    button.setAccessibleText(words);
    return button;
  }
}
