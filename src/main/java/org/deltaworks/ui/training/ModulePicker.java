package org.deltaworks.ui.training;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.ui.control.HelpMark;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;

/** Which modules are adapted: whole groups, one kind in every layer, or layer by layer. */
final class ModulePicker extends VBox {
  private final TrainingForm form;
  private final FlowPane groups = line();
  private final FlowPane kinds = line();
  private final ModuleTree tree;
  private List<ModuleKind> shownKinds = List.of();

  ModulePicker(TrainingForm form) {
    super(Layout.INSIDE);
    this.form = form;
    tree = new ModuleTree(form::chooseModules);
    TitledPane layers = new TitledPane("Layer by layer", tree);
    layers.getStyleClass().addAll("dense", "layers");
    layers.setAnimated(false);
    layers.setExpanded(false);
    Layout.shown(layers, form.modulesProperty().map(Optional::isPresent));
    Label later = Words.muted("Choose a model to see its modules.");
    Layout.shown(later, form.modelProperty().map(Optional::isEmpty));
    getChildren()
        .addAll(
            HelpMark.explained(Setting.TARGET_MODULES.label(), Setting.TARGET_MODULES.help()),
            later,
            groups,
            kinds,
            new FieldProblem(form.field(Setting.TARGET_MODULES)),
            layers);
    form.modulesProperty().addListener((property, old, now) -> show(now));
    form.modelProperty().addListener((property, old, now) -> show(form.modulesProperty().get()));
    show(form.modulesProperty().get());
  }

  private void show(Optional<ModuleChoice> choice) {
    tree.show(form.modelProperty().get(), choice);
    for (FlowPane line : List.of(groups, kinds)) {
      line.setVisible(choice.isPresent());
      line.setManaged(choice.isPresent());
    }
    choice.ifPresent(this::showKinds);
  }

  private void showKinds(ModuleChoice choice) {
    if (!choice.kinds().equals(shownKinds)) {
      shownKinds = choice.kinds();
      groups.getChildren().clear();
      kinds.getChildren().clear();
      groups.getChildren().add(everything());
      for (ModuleKind.Part part : ModuleKind.Part.values()) {
        if (shownKinds.stream().anyMatch(kind -> kind.part() == part)) {
          groups.getChildren().add(ofPart(part));
        }
      }
      shownKinds.forEach(kind -> kinds.getChildren().add(ofKind(kind)));
    }
    refresh(choice);
  }

  private void refresh(ModuleChoice choice) {
    for (var children : List.of(groups.getChildren(), kinds.getChildren())) {
      children.forEach(
          node -> {
            if (node instanceof GroupBox box) {
              box.show(box.state.of(choice));
            }
          });
    }
  }

  private GroupBox everything() {
    return new GroupBox(
        "All",
        "Every part of every layer. Learns best, takes a little longer.",
        ModuleChoice::ticked,
        on -> edit(c -> c.with(module -> true, on)));
  }

  private GroupBox ofPart(ModuleKind.Part part) {
    return new GroupBox(
        part.label(), part.help(), c -> c.ticked(part), on -> edit(c -> c.with(part, on)));
  }

  private GroupBox ofKind(ModuleKind kind) {
    return new GroupBox(
        kind.letter(), kind.help(), c -> c.ticked(kind), on -> edit(c -> c.with(kind, on)));
  }

  private void edit(java.util.function.UnaryOperator<ModuleChoice> change) {
    form.modulesProperty().get().ifPresent(now -> form.chooseModules(change.apply(now)));
  }

  private static FlowPane line() {
    FlowPane line = new FlowPane(Layout.BETWEEN, Layout.INSIDE);
    line.setPrefWrapLength(200);
    return line;
  }

  /** How much of its group a choice ticks. */
  private interface State {
    ModuleChoice.Ticked of(ModuleChoice choice);
  }

  /** What a click does. */
  private interface Tick {
    void set(boolean on);
  }

  /** A box with three states that follows the choice; a click on a half ticked one ticks it all. */
  private static final class GroupBox extends CheckBox {
    private final State state;
    private ModuleChoice.Ticked shown = ModuleChoice.Ticked.NONE;

    GroupBox(String label, String help, State state, Tick tick) {
      super(label);
      this.state = state;
      setTooltip(new Tooltip(help));
      setAccessibleHelp(help);
      setOnAction(event -> tick.set(shown != ModuleChoice.Ticked.ALL));
    }

    void show(ModuleChoice.Ticked now) {
      shown = now;
      setIndeterminate(now == ModuleChoice.Ticked.SOME);
      setSelected(now == ModuleChoice.Ticked.ALL);
    }
  }
}
