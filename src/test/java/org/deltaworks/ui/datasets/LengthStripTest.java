package org.deltaworks.ui.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.deltaworks.service.datasets.LengthSummary;
import org.deltaworks.ui.fx.Appearance;
import org.deltaworks.ui.harness.Window;
import org.junit.jupiter.api.Test;

class LengthStripTest {
  @Test
  void theTrackBeginsAtNothingAndTheRowsAtTheShortest() {
    Window.require();
    LengthStrip strip = Window.onScreen(LengthStrip::new);
    try (Window window = Window.open(Appearance.LIGHT, 400, 100, () -> strip)) {
      LengthSummary summary = new LengthSummary(10, 1_000, 500, 50, 100, 150, 200, 0, 0);
      Window.act(() -> strip.show(new DatasetsViewModel.Lengths(summary, 1_024)));
      window.pulse();
      Bounds track = part(strip, "length-track");
      assertThat(track.getMinX()).isZero();
      assertThat(track.getMaxX()).isEqualTo(strip.getWidth());
      Bounds rows = part(strip, "length-all");
      assertThat(rows.getMinX()).isEqualTo(strip.getWidth() / 4);
      assertThat(rows.getMaxX()).isEqualTo(strip.getWidth());
    }
  }

  private static Bounds part(LengthStrip strip, String style) {
    return strip.getChildrenUnmodifiable().stream()
        .filter(node -> node.getStyleClass().contains(style))
        .map(Node::getBoundsInParent)
        .findFirst()
        .orElseThrow();
  }
}
