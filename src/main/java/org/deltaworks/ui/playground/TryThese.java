package org.deltaworks.ui.playground;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;

/** Prompts that came with what the adapter learnt; one click asks one. */
final class TryThese extends FlowPane {
  private static final int LONGEST = 44;

  private final Consumer<String> asked;

  TryThese(ObservableList<String> prompts, Consumer<String> asked) {
    super(Layout.INSIDE, Layout.TIGHT);
    this.asked = asked;
    getStyleClass().add("try-these");
    setRowValignment(javafx.geometry.VPos.CENTER);
    Layout.shown(this, Bindings.isNotEmpty(prompts));
    prompts.addListener((ListChangeListener<String>) change -> fill(List.copyOf(prompts)));
    fill(List.copyOf(prompts));
  }

  private void fill(List<String> prompts) {
    getChildren().setAll(Words.caption("Try these"));
    prompts.forEach(prompt -> getChildren().add(chip(prompt)));
  }

  private Node chip(String prompt) {
    String shown = prompt.length() > LONGEST ? prompt.substring(0, LONGEST) + "…" : prompt;
    Button chip = Buttons.plain(shown, () -> asked.accept(prompt));
    chip.getStyleClass().add("try-chip");
    chip.setTooltip(new Tooltip(prompt));
    chip.setAccessibleText("Ask: " + prompt);
    return chip;
  }
}
