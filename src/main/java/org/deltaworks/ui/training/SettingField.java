package org.deltaworks.ui.training;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Setting;

/** One setting of the form: what was typed, and what is wrong with it. */
public final class SettingField {
  private final Setting setting;
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
      new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());

  SettingField(Setting setting) {
    this.setting = setting;
  }

  /** The setting it edits; label and help are there. */
  public Setting setting() {
    return setting;
  }

  /** What was typed, as on the command line; empty for the default. */
  public StringProperty textProperty() {
    return text;
  }

  /** What is wrong with it, if something is. */
  public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** How it is best asked for. */
  public SettingInput input() {
    return SettingInput.of(setting);
  }

  void show(List<String> said) {
    String joined = String.join("\n", said);
    if (!text.get().strip().equals(joined)) {
      text.set(joined);
    }
  }

  void showProblem(Optional<Problem> found) {
    problem.set(found);
  }
}
