package org.deltaworks.ui.control;

import javafx.animation.Animation;
import javafx.animation.FadeTransition;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Theme;

/** Pale bars where rows will be, while they are read. They breathe unless motion is unwanted. */
public final class SkeletonRows extends VBox {
  private static final double[] WIDTHS = {0.9, 0.7, 0.82, 0.6, 0.75};

  private final FadeTransition breath = new FadeTransition(Duration.millis(900), this);

  /** As many bars as rows are expected. */
  public SkeletonRows(int rows) {
    super(Layout.BETWEEN);
    getStyleClass().add("dw-skeleton");
    setAccessibleText("Loading");
    for (int i = 0; i < rows; i++) {
      Region bar = new Region();
      bar.getStyleClass().add("dw-skeleton-bar");
      bar.maxWidthProperty().bind(widthProperty().multiply(WIDTHS[i % WIDTHS.length]));
      getChildren().add(bar);
    }
    breath.setFromValue(1);
    breath.setToValue(0.55);
    breath.setAutoReverse(true);
    breath.setCycleCount(Animation.INDEFINITE);
    sceneProperty()
        .addListener(
            (property, old, now) -> {
              if (now != null && Theme.motion()) {
                breath.play();
              } else {
                breath.stop();
              }
            });
  }
}
