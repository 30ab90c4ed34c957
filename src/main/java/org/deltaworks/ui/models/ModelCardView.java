package org.deltaworks.ui.models;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.control.FailedState;
import org.deltaworks.ui.control.Icons;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.kordamp.ikonli.feather.Feather;

/** One model: what it is, whether its files are sound, and what one can do with it. */
final class ModelCardView extends VBox {
  private static final int SHORT_HASH = 12;

  private final ModelsViewModel model;
  private final ModelCard card;

  ModelCardView(ModelsViewModel model, ModelCard card) {
    super(Layout.INSIDE);
    this.model = model;
    this.card = card;
    getStyleClass().addAll("dw-card", "model-card");
    getChildren().add(heading());
    card.problem().ifPresent(problem -> getChildren().add(new FailedState(problem)));
    if (card.problem().isEmpty()) {
      VBox check = new VBox();
      check.getChildren().add(check(model.checkOf(card.name()).get()));
      model
          .checkOf(card.name())
          .addListener((property, old, now) -> check.getChildren().setAll(check(now)));
      getChildren().addAll(facts(), check, Layout.spacer(), buttons());
    }
  }

  private Node heading() {
    HBox line = Layout.row(Words.heading(card.name()), Layout.spacer());
    line.getStyleClass().add("model-heading");
    if (card.bundled()) {
      Label badge = Words.caption("comes with Deltaworks");
      badge.getStyleClass().add("badge");
      line.getChildren().add(badge);
    } else {
      line.getChildren()
          .add(Buttons.icon(Feather.TRASH_2, "Remove " + card.name(), () -> model.remove(card)));
    }
    return line;
  }

  private Node facts() {
    GridPane grid = new GridPane(Layout.BETWEEN, Layout.TIGHT);
    int row = 0;
    for (ModelCard.Fact fact : card.facts()) {
      Label word = Words.muted(fact.word());
      word.setMinWidth(USE_PREF_SIZE);
      Label value = Words.body(fact.value());
      value.setTooltip(new Tooltip(fact.exact()));
      GridPane.setValignment(word, javafx.geometry.VPos.TOP);
      grid.addRow(row++, word, value);
    }
    return grid;
  }

  private Node check(FileCheckState state) {
    return switch (state) {
      case FileCheckState.Unchecked() ->
          Layout.row(
              Words.muted("Files not looked through yet."),
              Buttons.flat("Look", () -> model.check(card)));
      case FileCheckState.Checking(var share) -> {
        ProgressBar bar = new ProgressBar(share.orElse(ProgressBar.INDETERMINATE_PROGRESS));
        bar.setAccessibleText("Reading the files");
        String percent = share.isPresent() ? " " + Figures.share(share.getAsDouble()) : "";
        yield Layout.row(Words.muted("Reading all numbers" + percent), bar);
      }
      case FileCheckState.Sound(String sha256) -> {
        Label good = Words.muted("Every number is sound.");
        good.setGraphic(Icons.of(Feather.CHECK));
        good.getStyleClass().add("sound");
        good.setTooltip(new Tooltip("sha256 " + sha256.substring(0, SHORT_HASH) + "…"));
        yield good;
      }
      case FileCheckState.Broken(String message) -> {
        Label bad = Words.body(message);
        bad.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
        bad.getStyleClass().addAll("broken", "dw-danger-text");
        yield bad;
      }
    };
  }

  private Node buttons() {
    HBox row =
        Layout.row(
            Buttons.plain("Train from it", () -> model.train(card)),
            Buttons.plain("Try it", () -> model.tryIt(card)));
    row.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.checkOf(card.name()).get() instanceof FileCheckState.Broken,
                model.checkOf(card.name())));
    return row;
  }
}
