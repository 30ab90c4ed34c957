package org.deltaworks.ui.adapters;

import java.util.function.IntConsumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** Five stars to click; clicking the rating it has takes it away. */
final class Stars extends HBox {
  private static final int MOST = 5;

  private int rating;

  Stars(IntConsumer rated) {
    getStyleClass().add("stars");
    for (int i = 1; i <= MOST; i++) {
      int stars = i;
      ToggleButton star = new ToggleButton();
      star.getStyleClass().addAll("star", "flat");
      star.setAccessibleText(stars == 1 ? "one star" : stars + " stars");
      star.setOnAction(
          event -> {
            show(rating == stars ? 0 : stars);
            rated.accept(rating);
          });
      getChildren().add(star);
    }
    show(0);
  }

  void show(int now) {
    rating = now;
    for (int i = 0; i < MOST; i++) {
      ToggleButton star = (ToggleButton) getChildren().get(i);
      star.setSelected(i < now);
      star.setText(i < now ? "\u2605" : "\u2606");
    }
  }

  int rating() {
    return rating;
  }
}
