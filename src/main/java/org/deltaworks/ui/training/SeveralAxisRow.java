package org.deltaworks.ui.training;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.ui.control.HelpMark;
import org.deltaworks.ui.control.Icons;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.kordamp.ikonli.feather.Feather;

/** The values of one setting to tick, a field for others, and what is wrong with them. */
final class SeveralAxisRow extends VBox {
  private static final double WORD_WIDTH = 116;
  private static final double VALUES_WIDTH = 400;
  private static final double OTHERS_WIDTH = 148;

  SeveralAxisRow(SeveralAxis axis) {
    super(Layout.TIGHT);
    Setting setting = axis.setting();
    HBox word = HelpMark.explained(setting.label(), setting.help());
    word.setMinWidth(WORD_WIDTH);
    word.setPrefWidth(WORD_WIDTH);
    FlowPane values = new FlowPane(12, Layout.INSIDE);
    values.setAlignment(Pos.CENTER_LEFT);
    values.setPrefWrapLength(VALUES_WIDTH);
    axis.offered().forEach(value -> values.getChildren().add(box(setting, value)));
    TextField others = new TextField();
    others.setId("several-" + setting.option());
    others.setPromptText(setting == Setting.TARGET_MODULES ? "others, as q_proj" : "others");
    others.setAccessibleText("Other values of " + setting.label());
    others.setMinWidth(OTHERS_WIDTH);
    others.setMaxWidth(OTHERS_WIDTH);
    others.textProperty().bindBidirectional(axis.typedProperty());
    others.setTooltip(
        new Tooltip(
            setting == Setting.TARGET_MODULES
                ? "Modules of one set with commas, sets with semicolons between"
                : "Several with commas between"));
    HBox line = Layout.row(Layout.BETWEEN, word, Layout.growWide(values), others);
    getChildren().addAll(line, problem(axis));
  }

  private static Node box(Setting setting, SeveralValue value) {
    CheckBox box = new CheckBox(value.label());
    box.setMinWidth(USE_PREF_SIZE);
    box.selectedProperty().bindBidirectional(value.tickedProperty());
    box.setAccessibleText(setting.label() + " " + value.label());
    if (!value.help().isEmpty()) {
      box.setTooltip(new Tooltip(value.help()));
      box.setAccessibleHelp(value.help());
    }
    return box;
  }

  private static Node problem(SeveralAxis axis) {
    Label problem = Words.body(axis.problemProperty().map(found -> found.orElse("")));
    problem.getStyleClass().addAll("dw-danger-text", "field-problem");
    problem.setGraphic(Icons.of(Feather.ALERT_CIRCLE));
    problem.setMinHeight(USE_PREF_SIZE);
    VBox.setMargin(problem, new Insets(0, 0, 0, WORD_WIDTH + Layout.BETWEEN));
    return Layout.shown(problem, axis.problemProperty().map(Optional::isPresent));
  }
}
