package org.deltaworks.ui.runs;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.training.Run;
import org.deltaworks.ui.control.HelpMark;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.deltaworks.ui.live.LiveRun;

/** What a run is doing now, in six figures, each with a word and its explanation. */
final class RunFigures {
  private static final String NONE = "–";

  private final Label loss = figure();
  private final Label heldOut = figure();
  private final Label rate = figure();
  private final Label speed = figure();
  private final Label memory = figure();
  private final Label trained = figure();
  private final HBox root =
      new HBox(
          Layout.INSIDE,
          box(
              "Loss",
              "How far off the model is on the rows it learns from. Lower is better.",
              loss),
          box(
              "Held out",
              "The same on rows it never learns from. When this rises while the loss falls, it"
                  + " learns by heart.",
              heldOut),
          box("Learning rate", "How big each step is now.", rate),
          box(
              "Speed",
              "How many tokens it reads a second. A token is about three quarters of a word.",
              speed),
          box("Memory", "The most memory that this training has needed.", memory),
          box(
              "Trained numbers",
              "How many numbers are learnt; the others stay as they are.",
              trained));

  Node node() {
    return root;
  }

  void show(Run run, LiveRun live) {
    set(loss, run.progress().loss().map(Figures::loss).orElse(NONE));
    set(heldOut, run.progress().evaluationLoss().map(Figures::loss).orElse(NONE));
    set(rate, live.lastStep().map(step -> Figures.rate(step.learningRate())).orElse(NONE));
    set(speed, live.tokensPerSecond().map(RunFigures::perSecond).orElse(NONE));
    double megabytes = run.facts().peakResidentMegabytes();
    set(memory, megabytes <= 0 ? NONE : Figures.bytes(megabytes * 1024 * 1024));
    long count = run.facts().trainable();
    set(trained, count == 0 ? NONE : Figures.shortCount(count));
    if (count > 0 && trained.getTooltip() == null) {
      trained.setTooltip(new Tooltip(Figures.trained(count, run.facts().totalParameters())));
    }
  }

  private static String perSecond(double tokens) {
    return Figures.shortCount(Math.round(tokens)) + " tok/s";
  }

  private static void set(Label label, String text) {
    if (!label.getText().equals(text)) {
      label.setText(text);
    }
  }

  private static Label figure() {
    Label label = new Label(NONE);
    label.getStyleClass().add("run-figure");
    return label;
  }

  private static Node box(String word, String help, Label figure) {
    Label caption = Words.caption(word);
    VBox box = Layout.column(2, Layout.row(Layout.TIGHT, caption, new HelpMark(help)), figure);
    box.getStyleClass().addAll("dw-card", "run-figure-box");
    HBox.setHgrow(box, Priority.ALWAYS);
    box.setMinWidth(0);
    box.setPrefWidth(100);
    return box;
  }
}
