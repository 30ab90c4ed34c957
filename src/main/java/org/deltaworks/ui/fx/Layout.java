package org.deltaworks.ui.fx;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The few distances and shapes that every screen is laid out with. */
public final class Layout {
  /** Between things that are one thing, such as an icon and its word. */
  public static final double TIGHT = 4;

  /** Inside a group. */
  public static final double INSIDE = 8;

  /** Between groups. */
  public static final double BETWEEN = 16;

  /** Around a page. */
  public static final double AROUND = 24;

  private Layout() {}

  /** Side by side, centred vertically, with {@link #INSIDE} between. */
  public static HBox row(Node... children) {
    return row(INSIDE, children);
  }

  /** Side by side, centred vertically. */
  public static HBox row(double gap, Node... children) {
    HBox row = new HBox(gap, children);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** One below the other, with {@link #INSIDE} between. */
  public static VBox column(Node... children) {
    return column(INSIDE, children);
  }

  /** One below the other. */
  public static VBox column(double gap, Node... children) {
    return new VBox(gap, children);
  }

  /** A box with a border that holds what belongs together; its look is the class {@code card}. */
  public static VBox card(Node... children) {
    VBox card = column(INSIDE, children);
    card.getStyleClass().add("dw-card");
    return card;
  }

  /** A page's contents with the page's margins, scrolling when the window is too low for them. */
  public static ScrollPane page(Node... children) {
    VBox content = column(BETWEEN, children);
    content.setPadding(new Insets(AROUND));
    return scrolling(content);
  }

  /** Lets contents of any height scroll and fill the width. */
  public static ScrollPane scrolling(Region content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("dw-page");
    return scroll;
  }

  /** Takes the room that is left. */
  public static Region spacer() {
    Region spacer = new Region();
    grow(spacer);
    return spacer;
  }

  /** Lets a node take the room that is left in its row or column. */
  public static <N extends Node> N grow(N node) {
    HBox.setHgrow(node, Priority.ALWAYS);
    VBox.setVgrow(node, Priority.ALWAYS);
    if (node instanceof Region region) {
      region.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    }
    return node;
  }

  /** Lets a node take the width that is left, at its own height. */
  public static <N extends Node> N growWide(N node) {
    HBox.setHgrow(node, Priority.ALWAYS);
    if (node instanceof Region region) {
      region.setMaxWidth(Double.MAX_VALUE);
    }
    return node;
  }

  /** Shows the node only while wanted, and lets it take no room otherwise. */
  public static <N extends Node> N shown(
      N node, javafx.beans.value.ObservableValue<Boolean> wanted) {
    node.visibleProperty().bind(wanted);
    node.managedProperty().bind(node.visibleProperty());
    return node;
  }
}
