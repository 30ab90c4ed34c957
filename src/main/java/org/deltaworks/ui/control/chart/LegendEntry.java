package org.deltaworks.ui.control.chart;

import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;

/** A series in the legend; pressing it hides or shows the curve. */
final class LegendEntry extends ToggleButton {
  LegendEntry(ChartSeries series, boolean alone, Runnable onChanged) {
    getStyleClass().setAll("dw-legend", series.style().styleClass());
    setAccessibleText(series.name() + ": show the curve");
    Line line = new Line(0, 0, 22, 0);
    line.getStyleClass().add("dw-legend-line");
    if (!alone) {
      line.getStrokeDashArray().setAll(series.style().dashes());
    }
    Circle mark = new Circle(4);
    mark.getStyleClass().add("dw-legend-mark");
    HBox picture = Layout.row(line, Words.caption(alone ? "training" : series.name()), mark);
    if (alone) {
      picture.getChildren().add(Words.caption("held out"));
    }
    setGraphic(picture);
    setSelected(series.visible());
    selectedProperty()
        .addListener(
            (property, old, now) -> {
              series.setVisible(now);
              onChanged.run();
            });
  }
}
