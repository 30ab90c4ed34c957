package org.deltaworks.ui.training;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.ui.control.FilePicker;
import org.deltaworks.ui.fx.Layout;

/** Every setting that most people never need, folded away, in groups. */
final class MoreSettings extends TitledPane {
  private static final int COLUMNS = 2;

  MoreSettings(TrainingForm form, FilePicker picker) {
    getStyleClass().addAll("dense", "more");
    setText("More (%d settings)".formatted(SettingInput.Group.settingsInAll() + 1));
    setAnimated(false);
    setExpanded(false);
    VBox content = Layout.column(Layout.BETWEEN);
    for (SettingInput.Group group : SettingInput.Group.values()) {
      Label heading = new Label(group.label());
      heading.getStyleClass().addAll("dw-body", "dw-strong");
      content.getChildren().addAll(heading, grid(form, picker, group));
    }
    setContent(content);
  }

  private static GridPane grid(TrainingForm form, FilePicker picker, SettingInput.Group group) {
    GridPane grid = new GridPane(Layout.BETWEEN, Layout.BETWEEN);
    for (int i = 0; i < COLUMNS; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / COLUMNS);
      grid.getColumnConstraints().add(column);
    }
    List<Setting> settings = new ArrayList<>(group.settings());
    if (group == SettingInput.Group.LEARNING) {
      settings.add(1, Setting.ALPHA);
    }
    for (int i = 0; i < settings.size(); i++) {
      grid.add(new SettingEditor(form.field(settings.get(i)), picker), i % COLUMNS, i / COLUMNS);
    }
    return grid;
  }
}
