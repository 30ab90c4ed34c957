package org.deltaworks.ui.training;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.training.Preset;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.ui.control.FilePicker;
import org.deltaworks.ui.control.HelpMark;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;

/**
 * The third question: how; a preset answers it, rank and modules refine it, "More" has the rest.
 */
final class HowSection extends VBox {
  private final TrainingForm form;
  private final ToggleGroup presets = new ToggleGroup();
  private final Label presetHelp = Words.muted("");

  HowSection(TrainingForm form, FilePicker picker) {
    super(Layout.BETWEEN);
    this.form = form;
    getStyleClass().addAll("dw-card", "question");
    VBox rank =
        Layout.column(
            Layout.TIGHT,
            HelpMark.explained(Setting.RANK.label(), Setting.RANK.help()),
            new RankSlider(form),
            new FieldProblem(form.field(Setting.RANK)),
            new FieldProblem(form.field(Setting.ALPHA)));
    getChildren()
        .addAll(
            Words.heading("3  How"),
            Layout.column(presetButtons(), presetHelp),
            rank,
            new ModulePicker(form),
            new MoreSettings(form, picker));
    form.presetProperty().addListener((property, old, now) -> show(now));
    show(form.presetProperty().get());
  }

  private Node presetButtons() {
    HBox row = new HBox();
    row.getStyleClass().add("presets");
    Preset[] all = Preset.values();
    for (int i = 0; i < all.length; i++) {
      Preset preset = all[i];
      ToggleButton button = new ToggleButton(preset.label());
      button.setUserData(preset);
      button.setToggleGroup(presets);
      button.setTooltip(new Tooltip(preset.help()));
      button
          .getStyleClass()
          .add(i == 0 ? "left-pill" : i == all.length - 1 ? "right-pill" : "center-pill");
      button.setOnAction(
          event -> {
            form.choose(preset);
            show(form.presetProperty().get());
          });
      row.getChildren().add(button);
    }
    return row;
  }

  private void show(Optional<Preset> preset) {
    presets
        .getToggles()
        .forEach(t -> t.setSelected(preset.filter(t.getUserData()::equals).isPresent()));
    presetHelp.setText(preset.map(Preset::help).orElse("Your own settings."));
  }
}
