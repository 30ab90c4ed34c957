package org.deltaworks.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.control.FilePicker;
import org.deltaworks.ui.control.HelpMark;
import org.deltaworks.ui.control.Opener;
import org.deltaworks.ui.fx.Appearance;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Theme;
import org.deltaworks.ui.fx.Words;
import org.deltaworks.ui.navigation.Place;
import org.deltaworks.ui.navigation.Screen;
import org.kordamp.ikonli.feather.Feather;

/** Settings, and About below them. */
public final class SettingsView implements Screen {
  private final SettingsViewModel model;
  private final Opener opener;
  private final ScrollPane scroll;
  private final VBox root;

  /** A view of this view model. */
  public SettingsView(SettingsViewModel model, FilePicker picker, Opener opener) {
    this.model = model;
    this.opener = opener;
    VBox content = Layout.column(Layout.BETWEEN, chosen(), new AboutPane(model, picker, opener));
    scroll = Layout.scrolling(content);
    scroll.setFitToHeight(false);
    root = Layout.column(Layout.BETWEEN, Words.title("Settings"), Layout.grow(scroll));
    root.getStyleClass().addAll("settings", "screen");
    root.getStylesheets().add(Theme.sheet(SettingsView.class, "settings.css"));
  }

  @Override
  public Parent node() {
    return root;
  }

  @Override
  public void show(Place place) {
    model.show();
  }

  private Node chosen() {
    GridPane grid = new GridPane(Layout.AROUND, Layout.BETWEEN);
    grid.addRow(0, word("Look", "Light or dark. By itself, it follows your system."), look());
    grid.addRow(
        1,
        word(
            "Processor cores",
            "How many cores training and answering may use. Left empty, Deltaworks chooses."),
        threads());
    grid.addRow(
        2,
        word(
            "Keep awake while training",
            "Keeps the computer from falling asleep as long as a training goes on."),
        awake());
    grid.addRow(
        3,
        word(
            "Tell me when a training ends",
            "A notice on your desktop, while you look at something else. Of a queue or a sweep"
                + " there is one, at its end."),
        told());
    grid.addRow(
        4, word("Home folder", "The catalog, your adapters, runs and logs lie here."), home());
    grid.addRow(
        5,
        word("Language", "The language of the window."),
        Words.body("English. Other languages are not there yet."));
    return Layout.card(grid);
  }

  private static Node word(String label, String help) {
    HBox word = HelpMark.explained(label, help);
    word.setMinWidth(HBox.USE_PREF_SIZE);
    GridPane.setValignment(word, javafx.geometry.VPos.TOP);
    return word;
  }

  private Node look() {
    FlowPane row = new FlowPane(Layout.BETWEEN, Layout.INSIDE);
    ToggleGroup group = new ToggleGroup();
    for (Appearance appearance : Appearance.values()) {
      RadioButton button = new RadioButton(appearance.label());
      button.setToggleGroup(group);
      button.setUserData(appearance);
      button.setSelected(model.appearanceProperty().get() == appearance);
      button.setOnAction(event -> model.choose(appearance));
      row.getChildren().add(button);
    }
    model
        .appearanceProperty()
        .addListener(
            (property, old, now) ->
                group.getToggles().forEach(t -> t.setSelected(t.getUserData() == now)));
    return row;
  }

  private Node threads() {
    TextField typed = new TextField();
    typed.setPromptText("chosen for you");
    typed.setAccessibleText("Processor cores");
    typed.setMaxWidth(140);
    typed.textProperty().bindBidirectional(model.threadsProperty());
    Label problem = Words.body("");
    problem.getStyleClass().add("dw-danger-text");
    problem
        .textProperty()
        .bind(model.threadsProblemProperty().map((Optional<String> p) -> p.orElse("")));
    Layout.shown(problem, model.threadsProblemProperty().map(Optional::isPresent));
    return Layout.column(Layout.TIGHT, typed, problem);
  }

  private Node awake() {
    return toggle("awake", "Keep awake while training", model.awake(), model::keepAwake);
  }

  private Node told() {
    return toggle("told", "Tell me when a training ends", model.told(), model::tell);
  }

  private static Node toggle(String id, String words, boolean on, Consumer<Boolean> choose) {
    ToggleSwitch toggle = new ToggleSwitch();
    toggle.setAccessibleText(words);
    toggle.setId(id);
    toggle.setSelected(on);
    toggle.selectedProperty().addListener((property, old, now) -> choose.accept(now));
    return toggle;
  }

  private Node home() {
    Label path = Words.body(model.home().toString());
    path.getStyleClass().add("dw-mono");
    return Layout.column(
        Layout.TIGHT,
        Layout.row(
            path,
            Buttons.icon(
                Feather.EXTERNAL_LINK, "Open the folder", () -> opener.folder(model.home()))),
        Words.caption(
            "To use another one, start Deltaworks with --home FOLDER; nothing is moved."));
  }
}
