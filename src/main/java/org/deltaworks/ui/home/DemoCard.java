package org.deltaworks.ui.home;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.demos.Demo;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Run;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.deltaworks.ui.live.RunWords;
import org.kordamp.ikonli.feather.Feather;

/** A demo as a card: what it does, what one may ask afterwards, how it stands, one click on. */
final class DemoCard extends VBox {
  private final HomeViewModel model;
  private final Demo demo;
  private final HBox foot = Layout.row();
  private Optional<Run> shown = Optional.empty();

  DemoCard(DemoOffer offer, HomeViewModel model) {
    super(Layout.INSIDE);
    this.model = model;
    this.demo = offer.demo();
    getStyleClass().addAll("dw-card", "home-demo");
    setId("demo-" + demo.name());
    Label sentence = Words.muted(demo.sentence());
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    VBox words = Layout.column(2, Words.heading(demo.title()), sentence);
    words.setMinWidth(0);
    HBox head = Layout.row(12, new DemoPicture(demo.name()), Layout.growWide(words));
    head.setAlignment(Pos.TOP_LEFT);
    foot.setMinHeight(32);
    Node prompt = prompt();
    setVgrow(prompt, Priority.ALWAYS);
    getChildren().addAll(head, prompt, foot);
    model.startingProperty().addListener((property, old, now) -> dress());
    show(offer);
  }

  /** How the demo stands now. */
  void show(DemoOffer offer) {
    shown = offer.last();
    dress();
  }

  private Node prompt() {
    String first = demo.prompts().isEmpty() ? "" : demo.prompts().getFirst();
    Label prompt = Words.caption("Then ask: “" + first + "”");
    prompt.getStyleClass().add("demo-prompt");
    prompt.setMaxHeight(Double.MAX_VALUE);
    prompt.setAlignment(Pos.TOP_LEFT);
    prompt.setTooltip(new Tooltip("A question to try afterwards: " + first));
    prompt.setVisible(!first.isEmpty());
    return prompt;
  }

  private void dress() {
    if (model.startingProperty().get().filter(demo.name()::equals).isPresent()) {
      foot.getChildren().setAll(Words.caption("Starting…"));
      return;
    }
    foot.getChildren().setAll(shown.map(this::standing).orElseGet(this::fresh));
  }

  private List<Node> fresh() {
    return List.of(Layout.spacer(), start("Start", Feather.PLAY));
  }

  private List<Node> standing(Run run) {
    return switch (run.state()) {
      case QUEUED, RUNNING, PAUSED -> {
        ProgressBar bar = new ProgressBar(RunWords.share(run));
        Layout.growWide(bar);
        yield List.of(
            Words.caption(RunWords.state(run.state())),
            bar,
            Buttons.plain(Feather.ACTIVITY, "Watch", () -> model.open(run)));
      }
      case FINISHED -> learnt(run, "Learnt");
      case STOPPED ->
          run.result().isPresent()
              ? learnt(run, "Stopped early")
              : List.of(note("Stopped"), Layout.spacer(), start("Start again", Feather.PLAY));
      case FAILED -> {
        Label why = note("Failed", run.problem().map(Problem::message).orElse("Failed"));
        why.getStyleClass().add("dw-danger-text");
        yield List.of(
            Layout.growWide(why),
            Buttons.flat("See why", () -> model.open(run)),
            start("Try again", Feather.ROTATE_CW));
      }
    };
  }

  private List<Node> learnt(Run run, String word) {
    Button ask = Buttons.plain(Feather.MESSAGE_SQUARE, "Try it", () -> model.tryIt(run));
    ask.setAccessibleText("Try " + demo.title());
    Button again = Buttons.flat("Again", () -> model.start(demo));
    again.setAccessibleText("Train " + demo.title() + " again");
    return List.of(note(word), Layout.spacer(), again, ask);
  }

  private static Label note(String word) {
    return note(word, word);
  }

  private static Label note(String word, String more) {
    Label note = Words.caption(word);
    note.setMinWidth(0);
    note.setTooltip(new Tooltip(more));
    return note;
  }

  private Button start(String word, Feather picture) {
    Button start = Buttons.plain(picture, word, () -> model.start(demo));
    start.setAccessibleText(word + " the demo " + demo.title());
    start.getStyleClass().add("demo-start");
    return start;
  }
}
