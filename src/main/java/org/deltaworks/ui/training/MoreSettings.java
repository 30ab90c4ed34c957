package org.deltaworks.ui.training;

import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.ui.control.FilePicker;
import org.deltaworks.ui.fx.Layout;

/** Every setting that most people never need, folded away, in groups. */
final class MoreSettings extends TitledPane {
  private static final double TILE = 208;

  MoreSettings(TrainingForm form, FilePicker picker) {
    getStyleClass().addAll("dense", "more");
    setText("More (%d settings)".formatted(SettingInput.Group.settingsInAll() + 1));
    setAnimated(false);
    setExpanded(false);
    VBox content = Layout.column(Layout.BETWEEN);
    for (SettingInput.Group group : SettingInput.Group.values()) {
      Label heading = new Label(group.label());
      heading.getStyleClass().addAll("dw-body", "dw-strong");
      content.getChildren().addAll(heading, tiles(form, picker, group));
    }
    setContent(content);
  }

  private static TilePane tiles(TrainingForm form, FilePicker picker, SettingInput.Group group) {
    TilePane tiles = new TilePane(Layout.BETWEEN, Layout.INSIDE);
    tiles.setPrefTileWidth(TILE);
    tiles.setTileAlignment(javafx.geometry.Pos.TOP_LEFT);
    tiles.setPrefColumns(1);
    for (Setting setting : group.settings()) {
      tiles.getChildren().add(new SettingEditor(form.field(setting), picker));
    }
    if (group == SettingInput.Group.LEARNING) {
      tiles.getChildren().add(new SettingEditor(form.field(Setting.ALPHA), picker));
    }
    return tiles;
  }
}
