package org.deltaworks.ui.control.chart;

import javafx.scene.paint.Color;

/**
 * What a chart is drawn in, besides its series.
 *
 * @param page behind the curves
 * @param text of what matters
 * @param muted of tick labels
 * @param grid of grid lines
 */
record ChartColours(Color page, Color text, Color muted, Color grid) {
  boolean dark() {
    return page.getBrightness() < 0.5;
  }
}
