package org.deltaworks.ui.training;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.deltaworks.service.training.Promise;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.control.Icons;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.kordamp.ikonli.feather.Feather;

/** Whether the run fits this machine, and buttons that make it fit; right above Train. */
final class PromiseVerdict extends VBox {
  /** More choices than that are none. */
  private static final int MOST_REMEDIES = 3;

  private final PromiseViewModel model;

  PromiseVerdict(PromiseViewModel model) {
    super(Layout.INSIDE);
    this.model = model;
    getStyleClass().add("promise-verdict");
    setMinHeight(USE_PREF_SIZE);
    ObservableValue<PromiseNote> note = model.noteProperty();
    note.addListener((property, old, now) -> show(now));
    show(note.getValue());
  }

  private void show(PromiseNote note) {
    if (note instanceof PromiseNote.Reading && !getChildren().isEmpty()) {
      getChildren().forEach(child -> child.setDisable(child instanceof Button));
      return;
    }
    getChildren().clear();
    switch (note) {
      case PromiseNote.None ignored -> {}
      case PromiseNote.Reading ignored ->
          getChildren().add(Words.muted("Working out what this takes…"));
      case PromiseNote.Unknown(var problem) ->
          getChildren().add(Words.muted("What this takes cannot be told. " + problem.line()));
      case PromiseNote.Made(Promise promise) -> fill(promise);
    }
    boolean some = !getChildren().isEmpty();
    setVisible(some);
    setManaged(some);
  }

  private void fill(Promise promise) {
    getChildren().add(sentence(promise));
    promise.remedies().stream()
        .limit(MOST_REMEDIES)
        .map(remedy -> button(promise, remedy))
        .forEach(getChildren()::add);
  }

  private static Label sentence(Promise promise) {
    Label sentence = Words.body(PromiseWords.verdict(promise));
    sentence.setMinHeight(USE_PREF_SIZE);
    boolean sure = promise.fits() && !promise.isTight();
    sentence.setGraphic(Icons.of(sure ? Feather.CHECK : Feather.ALERT_TRIANGLE));
    sentence.getStyleClass().add(promise.fits() ? "data-good" : "data-bad");
    return sentence;
  }

  private Button button(Promise promise, Promise.Remedy remedy) {
    Button button =
        Buttons.plain(
            remedy.words() + "\n" + PromiseWords.with(promise, remedy), () -> model.take(remedy));
    button.getStyleClass().add("remedy");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinWidth(0);
    button.setWrapText(true);
    button.setMinHeight(USE_PREF_SIZE);
    return button;
  }
}
