package org.deltaworks.ui.shell;

import javafx.scene.Group;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/** A thin ring that closes as a run goes on. */
final class ProgressRing extends Group {
  private static final double RADIUS = 13;

  private final Arc done = new Arc(RADIUS, RADIUS, RADIUS, RADIUS, 90, 0);

  ProgressRing() {
    Circle track = new Circle(RADIUS, RADIUS, RADIUS);
    track.getStyleClass().add("dw-ring-track");
    done.setType(ArcType.OPEN);
    done.getStyleClass().add("dw-ring-done");
    getChildren().addAll(track, done);
    setMouseTransparent(true);
  }

  /** Shows this share; below 0, while nobody can say, a quarter. */
  void setProgress(double share) {
    done.setLength(-360 * (share < 0 ? 0.25 : Math.max(0.02, share)));
  }
}
