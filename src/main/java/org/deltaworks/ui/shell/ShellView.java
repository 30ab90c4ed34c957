package org.deltaworks.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.deltaworks.ui.fx.Theme;
import org.deltaworks.ui.navigation.Place;
import org.deltaworks.ui.navigation.Screen;
import org.jspecify.annotations.Nullable;

/** Rail, screen and status strip. Screens are made when first visited and kept. */
public final class ShellView {
  private static final double NARROW = 1100;

  private final Map<Section, Supplier<Screen>> factories;
  private final Map<Section, Screen> made = new EnumMap<>(Section.class);
  private final StackPane stage = new StackPane();
  private final BorderPane root = new BorderPane(stage);
  private @Nullable Screen shown;

  /**
   * The window's content.
   *
   * @param factories makes the screen of each section; called once at most
   */
  public ShellView(ShellViewModel model, Map<Section, Supplier<Screen>> factories) {
    this.factories = Map.copyOf(factories);
    Rail rail = new Rail(model);
    root.setLeft(rail);
    root.setBottom(new StatusStrip(model));
    root.getStyleClass().add("dw-shell");
    root.getStylesheets().add(Theme.sheet(ShellView.class, "shell.css"));
    stage.getStyleClass().add("dw-stage");
    stage.setMinSize(0, 0);
    root.widthProperty()
        .addListener((property, old, now) -> rail.setNarrow(now.doubleValue() < NARROW));
    model.placeProperty().addListener((property, old, now) -> show(now));
    show(model.placeProperty().get());
  }

  /** To be laid into the window. */
  public Parent node() {
    return root;
  }

  private boolean focusIsInside() {
    @Nullable Node at = stage.getScene() == null ? null : stage.getScene().getFocusOwner();
    while (at != null && at != stage) {
      at = at.getParent();
    }
    return at != null;
  }

  private void show(Place place) {
    Section section = Section.of(place);
    Supplier<Screen> factory = factories.get(section);
    if (factory == null) {
      throw new IllegalStateException("no screen for " + section);
    }
    Screen screen = made.computeIfAbsent(section, s -> factory.get());
    if (shown != screen) {
      if (shown != null) {
        shown.hide();
      }
      shown = screen;
      boolean inside = focusIsInside();
      stage.getChildren().setAll(screen.node());
      if (inside) {
        // What had the focus is gone; it would jump to the rail and look like a choice there.
        screen.node().requestFocus();
      }
    }
    screen.show(place);
  }
}
