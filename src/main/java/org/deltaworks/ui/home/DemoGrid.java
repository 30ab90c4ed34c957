package org.deltaworks.ui.home;

import java.util.List;
import javafx.scene.layout.FlowPane;
import org.deltaworks.ui.fx.Layout;

/** Cards of equal width that fill the row: three, two or one, as there is room. */
final class DemoGrid extends FlowPane {
  private static final double LEAST = 300;
  private static final int MOST_COLUMNS = 3;

  DemoGrid(List<DemoCard> cards) {
    super(Layout.BETWEEN, Layout.BETWEEN);
    getChildren().addAll(cards);
    widthProperty()
        .addListener((property, old, now) -> cards.forEach(c -> c.setPrefWidth(share(now))));
  }

  private static double share(Number width) {
    double room = width.doubleValue();
    int columns = (int) Math.floor((room + Layout.BETWEEN) / (LEAST + Layout.BETWEEN));
    int kept = Math.clamp(columns, 1, MOST_COLUMNS);
    return Math.floor((room - (kept - 1) * Layout.BETWEEN) / kept);
  }
}
