package org.deltaworks.ui.home;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.deltaworks.ui.navigation.Place;
import org.deltaworks.ui.navigation.Screen;

/** The first screen and, behind one of its cards, the comparison of ways to train. */
public final class HomeScreen implements Screen {
  private final HomeView home;
  private final WhyLoraView whyLora;
  private final StackPane root;

  /** Of these two pages. */
  public HomeScreen(HomeView home, WhyLoraView whyLora) {
    this.home = home;
    this.whyLora = whyLora;
    this.root = new StackPane(home.node());
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void show(Place place) {
    if (place instanceof Place.WhyLora) {
      home.hide();
      root.getChildren().setAll(whyLora.node());
      whyLora.show();
    } else {
      root.getChildren().setAll(home.node());
      home.show(place);
    }
  }

  @Override
  public void hide() {
    home.hide();
  }
}
