package org.deltaworks.ui.control;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Pictures of the Feather set; size and colour come from the style sheet. */
public final class Icons {
  private Icons() {}

  /** A picture beside words. */
  public static FontIcon of(Feather picture) {
    FontIcon icon = new FontIcon(picture);
    icon.getStyleClass().add("dw-icon");
    return icon;
  }

  /** A large, pale picture for empty places. */
  public static FontIcon large(Feather picture) {
    FontIcon icon = new FontIcon(picture);
    icon.getStyleClass().add("dw-icon-large");
    return icon;
  }
}
