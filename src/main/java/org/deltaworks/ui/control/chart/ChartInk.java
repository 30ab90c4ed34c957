package org.deltaworks.ui.control.chart;

import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/**
 * Lets the style sheet choose what the canvas is drawn in: four empty shapes whose fills are read.
 */
final class ChartInk extends Group {
  private final Rectangle page = ink("dw-chart-page");
  private final Rectangle text = ink("dw-chart-text");
  private final Rectangle muted = ink("dw-chart-muted");
  private final Rectangle grid = ink("dw-chart-grid");

  ChartInk(Runnable onChanged) {
    setManaged(false);
    getChildren().addAll(page, text, muted, grid);
    getChildren()
        .forEach(
            shape ->
                ((Rectangle) shape)
                    .fillProperty()
                    .addListener((property, old, now) -> onChanged.run()));
  }

  ChartColours colours() {
    return new ChartColours(of(page), of(text), of(muted), of(grid));
  }

  private static Rectangle ink(String style) {
    Rectangle shape = new Rectangle(0, 0);
    shape.getStyleClass().add(style);
    return shape;
  }

  private static Color of(Rectangle shape) {
    return shape.getFill() instanceof Color colour ? colour : Color.GRAY;
  }
}
