package org.deltaworks.ui.training;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.training.SweepMetric;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.control.HelpMark;
import org.deltaworks.ui.control.Icons;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.kordamp.ikonli.feather.Feather;

/**
 * Lies over the form: which values to try, by what to compare them, when to begin, and what that
 * takes. Escape goes back to the form.
 */
final class SeveralSheet extends StackPane {
  private static final double WIDTH = 760;
  private static final double WORD_WIDTH = 116;
  private static final double CHOICES_WIDTH = 560;

  private final SeveralViewModel model;
  private final VBox axes = Layout.column(12);
  private final Button start;

  SeveralSheet(SeveralViewModel model) {
    this.model = model;
    this.start = Buttons.main("", model::start);
    start.setId("several-start");
    getStyleClass().add("dw-scrim");
    setPadding(new Insets(Layout.BETWEEN));
    SeveralVerdict verdict = new SeveralVerdict(model);
    // Read out together with the button: what pressing it will take.
    start.accessibleHelpProperty().bind(verdict.accessibleTextProperty());
    VBox box = Layout.column(Layout.BETWEEN, header(), middle(), verdict, buttons());
    box.getStyleClass().addAll("dw-dialog", "several-sheet");
    box.setMaxSize(WIDTH, USE_PREF_SIZE);
    box.setMinHeight(0);
    getChildren().add(box);
    Layout.shown(this, model.openProperty());
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            model.close();
            event.consume();
          }
        });
    model.axes().addListener((ListChangeListener<SeveralAxis>) change -> fill());
    model.noteProperty().addListener((property, old, now) -> sayStart());
    model.busyProperty().addListener((property, old, now) -> sayStart());
    fill();
    sayStart();
  }

  /** Puts the focus on the first value. */
  void takeFocus() {
    Optional.ofNullable(axes.lookup(".check-box")).ifPresent(Node::requestFocus);
  }

  private Node header() {
    Label sentence =
        Words.muted(
            "Every combination of what is ticked is trained, one after another. A table then shows"
                + " which did best.");
    sentence.setMinHeight(USE_PREF_SIZE);
    return Layout.column(
        Layout.TIGHT,
        Layout.row(
            Words.heading("Try several settings"),
            Layout.spacer(),
            Buttons.icon(Feather.X, "Back to the form", model::close)),
        sentence);
  }

  private Node middle() {
    VBox content = Layout.column(Layout.BETWEEN, axes, new Separator(), metric(), time());
    content.setPadding(new Insets(0, 0, 2, 0));
    ScrollPane scroll = Layout.scrolling(content);
    scroll.setFitToHeight(false);
    scroll.setMinHeight(80);
    return scroll;
  }

  private void fill() {
    axes.getChildren().setAll(model.axes().stream().map(SeveralAxisRow::new).toList());
  }

  private Node metric() {
    ToggleGroup group = new ToggleGroup();
    RadioButton heldOut = radio(group, "on held-out examples");
    RadioButton learnt = radio(group, "on the examples it learns from");
    heldOut.disableProperty().bind(model.heldOutProperty().not());
    heldOut.setSelected(model.metricProperty().get() == SweepMetric.HELD_OUT);
    learnt.setSelected(model.metricProperty().get() == SweepMetric.LOSS);
    model
        .metricProperty()
        .addListener(
            (property, old, now) ->
                (now == SweepMetric.HELD_OUT ? heldOut : learnt).setSelected(true));
    group
        .selectedToggleProperty()
        .addListener(
            (property, old, now) ->
                model
                    .metricProperty()
                    .set(now == learnt ? SweepMetric.LOSS : SweepMetric.HELD_OUT));
    Label none = Words.caption("The form holds none out.");
    Layout.shown(none, model.heldOutProperty().not());
    return line(
        "Lowest loss",
        "The best is the one with the lowest loss. Examples that it never learns from tell what it"
            + " has understood; those it learns from it may know by heart.",
        heldOut,
        learnt,
        none);
  }

  private Node time() {
    ToggleGroup group = new ToggleGroup();
    RadioButton now = radio(group, "when its turn comes");
    RadioButton later = radio(group, "not before");
    now.setSelected(!model.laterProperty().get());
    later.selectedProperty().bindBidirectional(model.laterProperty());
    model
        .laterProperty()
        .addListener(
            (property, old, wanted) -> {
              if (!wanted) {
                now.setSelected(true);
              }
            });
    TextField at = new TextField();
    at.setId("several-at");
    at.setAccessibleText("Time of day, hours and minutes");
    at.setPrefColumnCount(5);
    at.setMaxWidth(76);
    at.textProperty().bindBidirectional(model.timeProperty());
    at.disableProperty().bind(later.selectedProperty().not());
    Label problem = Words.body(model.timeProblemProperty().map(p -> p.orElse("")));
    problem.getStyleClass().add("dw-danger-text");
    Layout.shown(problem, model.timeProblemProperty().map(Optional::isPresent));
    return line(
        "Begin",
        "They wait in the queue behind what waits there already. With a time they can train at"
            + " night; the window may be closed, the computer has to be on. After a restart nothing"
            + " starts until Deltaworks is opened.",
        now,
        Layout.row(later, at),
        problem);
  }

  private static RadioButton radio(ToggleGroup group, String words) {
    RadioButton button = new RadioButton(words);
    button.setToggleGroup(group);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private static Node line(String word, String help, Node... choices) {
    HBox explained = HelpMark.explained(word, help);
    explained.setMinWidth(WORD_WIDTH);
    explained.setPrefWidth(WORD_WIDTH);
    FlowPane flow = new FlowPane(Layout.BETWEEN, Layout.INSIDE, choices);
    flow.setPrefWrapLength(CHOICES_WIDTH);
    flow.setAlignment(Pos.CENTER_LEFT);
    return Layout.row(Layout.BETWEEN, explained, Layout.growWide(flow));
  }

  private Node buttons() {
    HBox buttons = Layout.row(Buttons.plain("Cancel", model::close), start);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    return buttons;
  }

  private void sayStart() {
    boolean obstacle = model.noteProperty().get() instanceof SeveralNote.Obstacle;
    start.setDisable(obstacle || model.busyProperty().get());
    start.setGraphic(Icons.of(Feather.LAYERS));
    start.setText(
        model.busyProperty().get()
            ? "Reading model and data…"
            : obstacle
                ? "Put into the queue"
                : "Put %s into the queue"
                    .formatted(Figures.counted(model.trainings(), "training")));
  }
}
