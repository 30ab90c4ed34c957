package org.deltaworks.ui.shell;

import javafx.scene.Group;
import javafx.scene.shape.Polygon;

/** Our mark: a delta, and a smaller one added to it. */
final class BrandMark extends Group {
  BrandMark() {
    Polygon large = new Polygon(9, 0, 18, 18, 0, 18);
    large.getStyleClass().add("dw-brand-base");
    Polygon small = new Polygon(17, 6, 23, 18, 11, 18);
    small.getStyleClass().add("dw-brand-delta");
    getChildren().addAll(large, small);
  }
}
