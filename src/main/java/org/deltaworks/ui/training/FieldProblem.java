package org.deltaworks.ui.training;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.ui.control.Icons;
import org.kordamp.ikonli.feather.Feather;

/** What is wrong with a field, right below it; takes no room while nothing is. */
final class FieldProblem extends Label {
  private final ObservableValue<Boolean> wanted;

  /** Always says what is wrong. */
  FieldProblem(SettingField field) {
    this(field, new ReadOnlyBooleanWrapper(true));
  }

  /** Says what is wrong once that is wanted: an empty form is not wrong, only new. */
  FieldProblem(SettingField field, ObservableValue<Boolean> wanted) {
    this.wanted = wanted;
    getStyleClass().addAll("dw-danger-text", "field-problem");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    setGraphic(Icons.of(Feather.ALERT_CIRCLE));
    field.problemProperty().addListener((property, old, now) -> show(now));
    wanted.addListener((property, old, now) -> show(field.problemProperty().get()));
    show(field.problemProperty().get());
  }

  private void show(Optional<Problem> problem) {
    setText(problem.map(Problem::line).orElse(""));
    boolean shown = problem.isPresent() && wanted.getValue();
    setVisible(shown);
    setManaged(shown);
  }
}
