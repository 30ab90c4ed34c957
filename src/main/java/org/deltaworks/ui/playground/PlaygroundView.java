package org.deltaworks.ui.playground;

import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.control.ContentPane;
import org.deltaworks.ui.control.EmptyState;
import org.deltaworks.ui.control.HelpMark;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Theme;
import org.deltaworks.ui.fx.Words;
import org.deltaworks.ui.navigation.Navigator;
import org.deltaworks.ui.navigation.Place;
import org.deltaworks.ui.navigation.Screen;
import org.kordamp.ikonli.feather.Feather;

/** Try it: a prompt, and below it what the base and what the adapter say. */
public final class PlaygroundView implements Screen {
  private static final double STRONGEST = 2;
  private static final int PROMPT_ROWS = 3;
  private static final int HISTORY_WIDTH = 60;

  private final PlaygroundViewModel model;
  private final Navigator navigator;
  private final TextArea prompt = new TextArea();

  /** A slider under way has many values; the one where it rests is asked for. */
  private final PauseTransition rest = new PauseTransition(Duration.millis(400));

  private final VBox root;

  /** A view of this view model. */
  public PlaygroundView(PlaygroundViewModel model, Navigator navigator) {
    this.model = model;
    this.navigator = navigator;
    VBox full =
        Layout.column(
            Layout.BETWEEN,
            promptCard(),
            Layout.grow(answers()),
            new SamplingPane(model.sampling()));
    ContentPane<List<String>> pane =
        new ContentPane<>(
            model.contentProperty(),
            full,
            List::isEmpty,
            this::empty,
            () -> model.show(java.util.Optional.empty(), List.of()));
    root = Layout.column(Layout.BETWEEN, header(), Layout.grow(pane));
    root.getStyleClass().addAll("playground", "screen");
    root.getStylesheets().add(Theme.sheet(PlaygroundView.class, "playground.css"));
  }

  @Override
  public Parent node() {
    return root;
  }

  @Override
  public void show(Place place) {
    if (place instanceof Place.TryIt(var wanted, List<String> adapters)) {
      model.show(wanted, adapters);
      prompt.requestFocus();
    }
  }

  @Override
  public void hide() {
    rest.stop();
    model.stop();
  }

  private Node header() {
    ComboBox<String> base = new ComboBox<>(model.modelNames());
    base.valueProperty().bindBidirectional(model.modelProperty());
    base.setAccessibleText("Model");
    base.setPromptText("Model");
    ComboBox<String> adapter = new ComboBox<>(model.adapterNames());
    adapter.valueProperty().bindBidirectional(model.adapterProperty());
    adapter.setAccessibleText("Adapter");
    adapter.setPromptText("no adapter yet");
    adapter.disableProperty().bind(Bindings.isEmpty(model.adapterNames()));
    return Layout.row(
        Words.title("Try it"),
        Layout.spacer(),
        Words.muted("Base"),
        base,
        Words.muted("Adapter"),
        adapter);
  }

  private Node promptCard() {
    prompt.textProperty().bindBidirectional(model.promptProperty());
    prompt.setPromptText("Ask something, or begin a sentence");
    prompt.setAccessibleText("Question");
    prompt.setWrapText(true);
    prompt.setPrefRowCount(PROMPT_ROWS);
    prompt.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    Button ask = Buttons.main("Ask", model::ask);
    ask.setId("ask");
    Button stop = Buttons.plain(Feather.SQUARE, "Stop", model::stop);
    Layout.shown(ask, model.busy().not());
    Layout.shown(stop, model.busy());
    CheckBox chat = new CheckBox("As a question");
    chat.selectedProperty().bindBidirectional(model.chatProperty());
    chat.setMinWidth(Region.USE_PREF_SIZE);
    HBox line =
        Layout.row(
            Layout.row(
                Layout.TIGHT,
                chat,
                new HelpMark(
                    "Puts your words as the examples did, so that an answer follows. Off, the model"
                        + " goes on writing where you stopped.")),
            history(),
            hint(),
            Layout.spacer(),
            Words.caption("Ctrl+Enter"),
            ask,
            stop);
    VBox card = Layout.card(new TryThese(model.suggestions(), model::ask), prompt, line);
    card.getStyleClass().add("prompt");
    return card;
  }

  private Node hint() {
    Label hint = Words.body(model.hintProperty());
    hint.getStyleClass().add("dw-warning-text");
    return hint;
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      model.ask();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      model.stop();
    }
  }

  private Node history() {
    MenuButton earlier = new MenuButton("Earlier questions");
    Layout.shown(earlier, Bindings.isNotEmpty(model.history()));
    earlier.setOnShowing(
        event -> earlier.getItems().setAll(model.history().stream().map(this::item).toList()));
    // A menu without items never asks to be shown.
    earlier.getItems().add(new MenuItem());
    return earlier;
  }

  private MenuItem item(Exchange exchange) {
    String line = exchange.prompt().replaceAll("\\s+", " ");
    MenuItem item =
        new MenuItem(line.length() > HISTORY_WIDTH ? line.substring(0, HISTORY_WIDTH) + "…" : line);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> model.recall(exchange));
    return item;
  }

  private Node answers() {
    HBox strength = strength();
    HBox untouched = untouched(strength);
    AnswerPane base =
        new AnswerPane(
            model.base(),
            model.modelProperty().map("Base: %s"::formatted).orElse("Base"),
            "answer-base",
            untouched);
    AnswerPane adapted =
        new AnswerPane(
            model.adapted(),
            model.adapterProperty().map("Adapter: %s"::formatted).orElse("Adapter"),
            "answer-adapted",
            strength);
    Layout.shown(adapted, model.adapterProperty().isNotNull());
    Layout.shown(untouched, model.adapterProperty().isNotNull());
    HBox side = new HBox(Layout.BETWEEN, base, adapted);
    base.prefWidthProperty().bind(side.widthProperty().divide(2));
    adapted.prefWidthProperty().bind(side.widthProperty().divide(2));
    side.setMinHeight(160);
    return side;
  }

  /** As high as the adapter's strength, so that both answers begin on one line. */
  private static HBox untouched(HBox strength) {
    HBox line = Layout.row(Words.caption("As it is, with nothing added."));
    line.minHeightProperty().bind(strength.heightProperty());
    return line;
  }

  private HBox strength() {
    Slider slider = new Slider(0, STRONGEST, 1);
    slider.setBlockIncrement(0.1);
    slider.setMajorTickUnit(1);
    slider.valueProperty().bindBidirectional(model.strengthProperty());
    slider.setAccessibleText("Strength of the adapter");
    rest.setOnFinished(event -> model.strengthSettled());
    slider.valueProperty().addListener((property, old, now) -> rest.playFromStart());
    Label value = new Label();
    value.getStyleClass().addAll("dw-body", "dw-number", "strength");
    value
        .textProperty()
        .bind(
            model.strengthProperty().map(v -> String.format(Locale.ROOT, "%.2f", v.doubleValue())));
    HBox word =
        HelpMark.explained(
            "Strength",
            "How loudly the adapter speaks: 0 is off, 1 as it was trained, 2 twice as loud. After a"
                + " move it answers the last question again.");
    word.setMinWidth(Region.USE_PREF_SIZE);
    return Layout.row(word, Layout.growWide(slider), value);
  }

  private Node empty() {
    return new EmptyState(
        Feather.MESSAGE_SQUARE,
        "Nothing to ask yet",
        "Add a model first. Then you can ask it something, with and without what it has learnt.",
        Buttons.main("Go to Models", () -> navigator.go(new Place.Models())));
  }
}
