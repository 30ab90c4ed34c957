package org.deltaworks.ui.control;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.deltaworks.ui.fx.Figures;

/** A number rounded for people; hovering shows it exactly. */
public final class NumberLabel extends Label {
  private NumberLabel(String rounded, String exact) {
    super(rounded);
    getStyleClass().addAll("dw-body", "dw-number");
    setTooltip(new Tooltip(exact));
  }

  /** A count, such as {@code 1.2 million}. */
  public static NumberLabel count(long number) {
    return new NumberLabel(Figures.count(number), Figures.exact(number));
  }

  /** A size, such as {@code 4.7 MB}. */
  public static NumberLabel bytes(long bytes) {
    return new NumberLabel(Figures.bytes(bytes), Figures.exact(bytes) + " bytes");
  }
}
