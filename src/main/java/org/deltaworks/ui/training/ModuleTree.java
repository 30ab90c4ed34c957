package org.deltaworks.ui.training;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.LinearModule;
import org.deltaworks.ui.fx.Layout;
import org.jspecify.annotations.Nullable;

/**
 * The base's real modules, layer by layer, each with a check box. The boxes show a {@link
 * ModuleChoice} and never hold a state of their own, so one tick is one edit however many modules
 * hang below it.
 */
final class ModuleTree extends TreeView<ModuleTree.Branch> {
  private final Consumer<ModuleChoice> edit;
  private Optional<BaseModel> shown = Optional.empty();
  private Optional<ModuleChoice> choice = Optional.empty();

  /** A line of the tree and the modules that its box ticks. */
  record Branch(String label, String detail, Predicate<LinearModule> holds) {}

  ModuleTree(Consumer<ModuleChoice> edit) {
    this.edit = edit;
    getStyleClass().add("module-tree");
    setAccessibleText("Modules, layer by layer. Space ticks.");
    setCellFactory(tree -> new BranchCell());
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  /** Shows a base's modules and which of them are ticked. */
  void show(Optional<BaseModel> base, Optional<ModuleChoice> now) {
    choice = now;
    if (!base.equals(shown)) {
      shown = base;
      setRoot(base.map(ModuleTree::rootOf).orElse(null));
    }
    refresh();
  }

  private static TreeItem<Branch> rootOf(BaseModel base) {
    TreeItem<Branch> root = new TreeItem<>(new Branch(base.name(), "", module -> true));
    List<Integer> layers = base.modules().stream().map(LinearModule::layer).distinct().toList();
    String blocks = base.decoder().names().blocks();
    for (int layer : layers) {
      TreeItem<Branch> branch =
          new TreeItem<>(new Branch("Layer " + (layer + 1), "", module -> module.layer() == layer));
      for (LinearModule module : base.modules()) {
        if (module.layer() == layer) {
          branch.getChildren().add(leaf(module, blocks));
        }
      }
      root.getChildren().add(branch);
    }
    root.setExpanded(true);
    return root;
  }

  private static TreeItem<Branch> leaf(LinearModule module, String blocks) {
    String shape = module.out() + " × " + module.in();
    return new TreeItem<>(
        new Branch(ModuleKind.pathInBlock(module, blocks), shape, module::equals));
  }

  private void keyPressed(KeyEvent event) {
    TreeItem<Branch> item = getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.SPACE && item != null) {
      toggle(item.getValue());
      event.consume();
    }
  }

  private void toggle(Branch branch) {
    choice.ifPresent(
        now ->
            edit.accept(
                now.with(branch.holds(), now.ticked(branch.holds()) != ModuleChoice.Ticked.ALL)));
  }

  private final class BranchCell extends TreeCell<Branch> {
    private final CheckBox box = new CheckBox();
    private final Label detail = new Label();
    private final HBox line = Layout.row(Layout.INSIDE, box, detail);

    BranchCell() {
      detail.getStyleClass().add("dw-caption");
      box.setFocusTraversable(false);
      line.setAlignment(Pos.CENTER_LEFT);
      box.setOnAction(
          event -> {
            Branch branch = getItem();
            if (branch != null) {
              toggle(branch);
            }
          });
    }

    @Override
    protected void updateItem(@Nullable Branch branch, boolean empty) {
      super.updateItem(branch, empty);
      setText(null);
      if (empty || branch == null) {
        setGraphic(null);
        return;
      }
      ModuleChoice.Ticked ticked =
          choice.map(c -> c.ticked(branch.holds())).orElse(ModuleChoice.Ticked.NONE);
      box.setText(branch.label());
      box.setSelected(ticked == ModuleChoice.Ticked.ALL);
      box.setIndeterminate(ticked == ModuleChoice.Ticked.SOME);
      detail.setText(branch.detail());
      setAccessibleText(branch.label() + ", " + words(ticked));
      setGraphic(line);
    }

    private static String words(ModuleChoice.Ticked ticked) {
      return switch (ticked) {
        case ALL -> "ticked";
        case SOME -> "partly ticked";
        case NONE -> "not ticked";
      };
    }
  }
}
