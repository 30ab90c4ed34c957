package org.deltaworks.ui.adapters;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;

/** The cost of the shelf as a sentence and, below it, two bars drawn to the same scale. */
final class ShelfCostBar extends VBox {
  private static final double LEAST = 3;

  private final Label sentence = Words.body("");
  private final Region adapters = new Region();
  private final StackPane copies = new StackPane(adapters);
  private double share;

  ShelfCostBar() {
    super(Layout.TIGHT);
    setId("shelf-cost");
    copies.getStyleClass().add("cost-copies");
    copies.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    adapters.getStyleClass().add("cost-adapters");
    copies.setAccessibleText("The adapters as a part of what full copies would take");
    copies.widthProperty().addListener((property, old, now) -> fit());
    getChildren().addAll(sentence, copies);
    show(Optional.empty());
  }

  void show(Optional<ShelfCost> cost) {
    setVisible(cost.isPresent());
    setManaged(cost.isPresent());
    cost.ifPresent(
        now -> {
          sentence.setText(now.sentence());
          share = now.share();
          fit();
        });
  }

  /** To scale, but never so thin that it cannot be seen. */
  private void fit() {
    adapters.setMaxWidth(Math.max(LEAST, share * copies.getWidth()));
  }
}
