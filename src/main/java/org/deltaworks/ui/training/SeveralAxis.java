package org.deltaworks.ui.training;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.deltaworks.domain.training.Setting;

/** The values of one setting that will be tried: ticked among those offered, or typed. */
final class SeveralAxis {
  private final Setting setting;
  private final List<SeveralValue> offered;
  private final Function<String, Optional<String>> check;
  private final Runnable changed;
  private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
  private final ReadOnlyObjectWrapper<Optional<String>> problem =
      new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());

  /**
   * Offers values.
   *
   * @param check says what is wrong with a typed value
   * @param changed hears every change
   */
  SeveralAxis(
      Setting setting,
      List<SeveralValue> offered,
      Function<String, Optional<String>> check,
      Runnable changed) {
    this.setting = setting;
    this.offered = List.copyOf(offered);
    this.check = check;
    this.changed = changed;
    offered.forEach(value -> value.tickedProperty().addListener((property, old, now) -> follow()));
    typed.addListener((property, old, now) -> follow());
  }

  Setting setting() {
    return setting;
  }

  List<SeveralValue> offered() {
    return offered;
  }

  /** Own values, as typed. */
  StringProperty typedProperty() {
    return typed;
  }

  /** What is wrong with the values. */
  ReadOnlyObjectProperty<Optional<String>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What will be tried, offered ones first; no value twice. */
  List<String> values() {
    Set<String> values =
        offered.stream()
            .filter(value -> value.tickedProperty().get())
            .map(SeveralValue::text)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    values.addAll(own());
    return List.copyOf(values);
  }

  /** All values as a list of the command line; sets of modules have commas themselves. */
  String list() {
    return String.join(setting == Setting.TARGET_MODULES ? ";" : ",", values());
  }

  private List<String> own() {
    String between = setting == Setting.TARGET_MODULES ? "[;\\n]" : "[,;\\s]";
    return Arrays.stream(typed.get().split(between, -1))
        .map(value -> value.strip().replaceAll("\\s*,\\s*", ","))
        .filter(value -> !value.isEmpty())
        .toList();
  }

  private void follow() {
    Optional<String> wrong = own().stream().flatMap(v -> check.apply(v).stream()).findFirst();
    problem.set(values().isEmpty() ? Optional.of("Tick one value at least, or type one.") : wrong);
    changed.run();
  }
}
