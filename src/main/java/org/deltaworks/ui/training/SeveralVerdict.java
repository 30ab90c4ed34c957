package org.deltaworks.ui.training;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.service.training.SweepPromise;
import org.deltaworks.ui.control.Icons;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.kordamp.ikonli.feather.Feather;

/** What trying several takes, live, and whether this machine has it. */
final class SeveralVerdict extends VBox {
  private final SeveralViewModel model;

  SeveralVerdict(SeveralViewModel model) {
    super(Layout.TIGHT);
    this.model = model;
    getStyleClass().add("several-verdict");
    setMinHeight(USE_PREF_SIZE);
    // One text that can be reached with the keyboard: no system is told of words that only change.
    setAccessibleRole(AccessibleRole.TEXT);
    setFocusTraversable(true);
    model.noteProperty().addListener((property, old, now) -> show());
    model.refusalProperty().addListener((property, old, now) -> show());
    model.laterProperty().addListener((property, old, now) -> show());
    model.timeProperty().addListener((property, old, now) -> show());
    show();
  }

  private void show() {
    getChildren().clear();
    say();
    setAccessibleText(words());
  }

  /** All of it as one text, for those who do not see it. */
  private String words() {
    return getChildren().stream()
        .filter(Label.class::isInstance)
        .map(line -> ((Label) line).getText())
        .collect(Collectors.joining(" "));
  }

  private void say() {
    Optional<Problem> refusal = model.refusalProperty().get();
    if (refusal.isPresent()) {
      add(Feather.ALERT_CIRCLE, "data-bad", refusal.get().line());
      return;
    }
    switch (model.noteProperty().get()) {
      case SeveralNote.Obstacle(String words) -> add(Feather.ALERT_CIRCLE, "data-bad", words);
      case SeveralNote.Reading(long trainings) -> {
        head(Figures.counted(trainings, "training") + ".");
        getChildren().add(Words.muted("Working out what they take…"));
      }
      case SeveralNote.Unknown(Problem problem) -> {
        head(Figures.counted(model.trainings(), "training") + ".");
        getChildren().add(muted("What they take cannot be told. " + problem.line()));
      }
      case SeveralNote.Made(SweepPromise promise) -> {
        head(SeveralWords.sentence(promise));
        getChildren().add(muted(SeveralWords.times(promise, model.notBefore())));
        SeveralWords.warning(promise)
            .ifPresent(words -> add(Feather.ALERT_TRIANGLE, "data-bad", words));
      }
    }
  }

  private void head(String words) {
    Label head = Words.body(words);
    head.getStyleClass().add("dw-strong");
    head.setMinHeight(USE_PREF_SIZE);
    getChildren().add(head);
  }

  private static Node muted(String words) {
    Label label = Words.muted(words);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private void add(Feather picture, String style, String words) {
    Label line = Words.body(words);
    line.setGraphic(Icons.of(picture));
    line.getStyleClass().add(style);
    line.setMinHeight(USE_PREF_SIZE);
    getChildren().add(line);
  }
}
