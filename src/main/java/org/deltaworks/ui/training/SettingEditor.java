package org.deltaworks.ui.training;

import atlantafx.base.controls.ToggleSwitch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.control.FilePicker;
import org.deltaworks.ui.control.HelpMark;
import org.deltaworks.ui.fx.Layout;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One setting with its word, its help, the control that suits it, and what is wrong with it. */
final class SettingEditor extends VBox {
  private final SettingField field;
  private final FilePicker picker;

  SettingEditor(SettingField field, FilePicker picker) {
    super(Layout.TIGHT);
    this.field = field;
    this.picker = picker;
    Setting setting = field.setting();
    Node control = control();
    control.setAccessibleHelp(setting.help());
    control.setAccessibleText(setting.label());
    control.setId(setting.option());
    getStyleClass().add("setting-editor");
    getChildren()
        .addAll(
            HelpMark.explained(setting.label(), setting.help()), control, new FieldProblem(field));
  }

  private Node control() {
    return switch (field.input()) {
      case SettingInput.Typed() -> typed();
      case SettingInput.Lines() -> lines();
      case SettingInput.Chosen(boolean folder) -> chosen(folder);
      case SettingInput.OneOf(List<SettingInput.Option> options) -> oneOf(options);
      case SettingInput.Switch(String on, String off) -> toggle(on, off);
    };
  }

  private TextField typed() {
    TextField text = new TextField();
    String usual = field.setting().defaultText();
    text.setPromptText(usual.isEmpty() ? "chosen for you" : usual);
    text.textProperty().bindBidirectional(field.textProperty());
    return text;
  }

  private TextArea lines() {
    TextArea text = new TextArea();
    text.setPrefRowCount(2);
    text.setPromptText("one per line");
    text.textProperty().bindBidirectional(field.textProperty());
    return text;
  }

  private HBox chosen(boolean folder) {
    TextField text = typed();
    text.setPromptText("none");
    return Layout.row(
        Layout.TIGHT,
        Layout.growWide(text),
        Buttons.icon(
            Feather.FOLDER,
            "Choose for " + field.setting().label(),
            () -> choose(folder).ifPresent(p -> field.textProperty().set(p.toString()))));
  }

  private Optional<Path> choose(boolean folder) {
    String title = field.setting().label();
    return folder
        ? picker.folder(getScene().getWindow(), title)
        : picker.file(getScene().getWindow(), title, List.of());
  }

  private ComboBox<SettingInput.Option> oneOf(List<SettingInput.Option> options) {
    ComboBox<SettingInput.Option> box = new ComboBox<>();
    box.getItems().setAll(options);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(new OptionWords(options));
    StringProperty text = field.textProperty();
    text.addListener((property, old, now) -> box.setValue(optionOf(options, now)));
    box.setValue(optionOf(options, text.get()));
    box.valueProperty()
        .addListener(
            (property, old, now) -> {
              if (now != null && !now.equals(optionOf(options, text.get()))) {
                text.set(now.value());
              }
            });
    return box;
  }

  private SettingInput.@Nullable Option optionOf(List<SettingInput.Option> options, String text) {
    String value = text.isBlank() ? field.setting().defaultText() : text.strip();
    return options.stream().filter(o -> o.value().equals(value)).findFirst().orElse(null);
  }

  private ToggleSwitch toggle(String on, String off) {
    ToggleSwitch box = new ToggleSwitch();
    StringProperty text = field.textProperty();
    text.addListener((property, old, now) -> box.setSelected(isOn(now)));
    box.setSelected(isOn(text.get()));
    box.selectedProperty()
        .addListener(
            (property, old, now) -> {
              if (now != isOn(text.get())) {
                text.set(now ? on : off);
              }
            });
    return box;
  }

  private boolean isOn(String text) {
    String value = text.isBlank() ? field.setting().defaultText() : text.strip();
    return value.equals("true") || value.equals("on");
  }

  /** Words of the options. */
  private static final class OptionWords extends StringConverter<SettingInput.Option> {
    private final List<SettingInput.Option> options;

    OptionWords(List<SettingInput.Option> options) {
      this.options = options;
    }

    @Override
    public String toString(SettingInput.@Nullable Option option) {
      return option == null ? "" : option.label();
    }

    @Override
    public SettingInput.@Nullable Option fromString(String label) {
      return options.stream().filter(o -> o.label().equals(label)).findFirst().orElse(null);
    }
  }
}
