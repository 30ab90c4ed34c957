package org.deltaworks.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.training.Run;
import org.deltaworks.ui.control.Icons;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.live.RunWords;
import org.deltaworks.ui.navigation.Place;

/** The left edge: where one can go. Icons and words, icons alone where the window is narrow. */
final class Rail extends VBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  private final List<Button> entries = new ArrayList<>();
  private final Label brand = new Label("Deltaworks");
  private final ProgressRing ring = new ProgressRing();

  Rail(ShellViewModel model) {
    super(2);
    getStyleClass().add("dw-rail");
    getChildren().add(brand());
    int group = 0;
    for (Section section : Section.values()) {
      if (section.group() != group) {
        group = section.group();
        getChildren().add(group == 2 ? Layout.grow(new Region()) : gap());
      }
      Button entry = entry(section, model);
      entries.add(entry);
      getChildren().add(entry);
    }
    model.placeProperty().addListener((property, old, now) -> select(now));
    select(model.placeProperty().get());
    model.runningProperty().addListener((property, old, now) -> turn(now));
    turn(model.runningProperty().get());
    addEventHandler(KeyEvent.KEY_PRESSED, this::walk);
  }

  /** Icons alone, or with their words. */
  void setNarrow(boolean narrow) {
    pseudoClassStateChanged(NARROW, narrow);
    brand.setText(narrow ? "" : "Deltaworks");
    entries.forEach(
        entry ->
            entry.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
  }

  private Node brand() {
    brand.getStyleClass().add("dw-brand");
    brand.setGraphic(new BrandMark());
    return brand;
  }

  private Button entry(Section section, ShellViewModel model) {
    Button entry = new Button(section.label());
    entry.setId("rail-" + section.name().toLowerCase(java.util.Locale.ROOT));
    entry.getStyleClass().setAll("dw-rail-entry");
    StackPane picture = new StackPane(Icons.of(section.picture()));
    picture.getStyleClass().add("dw-rail-picture");
    HBox graphic = Layout.row(picture);
    if (section == Section.RUNS) {
      picture.getChildren().add(ring);
    }
    entry.setGraphic(graphic);
    entry.setMaxWidth(Double.MAX_VALUE);
    entry.setOnAction(event -> model.go(section.place()));
    Tooltip tooltip = new Tooltip(section.label() + "   Ctrl+" + section.digit());
    entry.setTooltip(tooltip);
    entry.setAccessibleText(section.label());
    return entry;
  }

  private void select(Place place) {
    Section here = Section.of(place);
    for (Section section : Section.values()) {
      entries.get(section.ordinal()).pseudoClassStateChanged(SELECTED, section == here);
    }
  }

  /** The ring goes round the icon of Runs while one trains. */
  private void turn(Optional<Run> running) {
    ring.setVisible(running.isPresent());
    running.ifPresent(run -> ring.setProgress(RunWords.share(run)));
  }

  private void walk(KeyEvent event) {
    int by = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
    if (by != 0 && getScene().getFocusOwner() instanceof Button focused) {
      int at = entries.indexOf(focused);
      if (at >= 0) {
        entries.get(Math.floorMod(at + by, entries.size())).requestFocus();
        event.consume();
      }
    }
  }

  private static Node gap() {
    Region gap = new Region();
    gap.getStyleClass().add("dw-rail-gap");
    return gap;
  }
}
