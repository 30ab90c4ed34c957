package org.deltaworks.ui.live;

import javafx.scene.shape.Circle;
import org.deltaworks.ui.fx.SeriesStyle;

/** A dot in the colour that a run has everywhere. */
public final class RunDot extends Circle {
  /** The dot of this run. */
  public RunDot(long run) {
    super(4.5);
    getStyleClass().addAll("dw-run-dot", SeriesStyle.of(run).styleClass());
  }
}
