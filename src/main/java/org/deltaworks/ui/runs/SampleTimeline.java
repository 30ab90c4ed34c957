package org.deltaworks.ui.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.deltaworks.domain.training.Run;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;

/** One line per sample prompt, its answers from left to right as the model learnt. */
final class SampleTimeline {
  private static final double ANSWER_WIDTH = 240;

  private final ObservableList<Run.Sample> samples;
  private final VBox lines = Layout.column(Layout.BETWEEN);
  private final Label none =
      Words.muted(
          "No samples. Give a training a sample prompt, and its answers appear here as it learns.");
  private final StackPane root = new StackPane();

  SampleTimeline(ObservableList<Run.Sample> samples) {
    this.samples = samples;
    lines.getStyleClass().add("run-samples");
    none.getStyleClass().add("run-samples");
    samples.addListener((ListChangeListener<Run.Sample>) change -> fill());
    fill();
  }

  Node node() {
    return root;
  }

  private void fill() {
    if (samples.isEmpty()) {
      root.getChildren().setAll(none);
      return;
    }
    Map<String, List<Run.Sample>> byPrompt = new LinkedHashMap<>();
    samples.forEach(s -> byPrompt.computeIfAbsent(s.prompt(), p -> new ArrayList<>()).add(s));
    lines.getChildren().clear();
    byPrompt.forEach((prompt, answers) -> lines.getChildren().add(line(prompt, answers)));
    ScrollPane all = Layout.scrolling(lines);
    all.setFitToHeight(false);
    root.getChildren().setAll(all);
  }

  private static Node line(String prompt, List<Run.Sample> answers) {
    HBox row = new HBox(Layout.INSIDE);
    answers.forEach(answer -> row.getChildren().add(answer(answer)));
    ScrollPane scroll = new ScrollPane(row);
    scroll.getStyleClass().add("run-answers");
    scroll.setFitToHeight(true);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    // The newest answer is what one wants to read.
    row.widthProperty().addListener((property, old, now) -> scroll.setHvalue(1));
    Label asked = Words.body("“" + prompt + "”");
    asked.getStyleClass().add("dw-strong");
    return Layout.column(Layout.TIGHT, asked, scroll);
  }

  private static Node answer(Run.Sample sample) {
    // Text, not a label: its height follows from its width alone.
    Text text = new Text(sample.answer().strip());
    text.setWrappingWidth(ANSWER_WIDTH - 2 * 12);
    text.getStyleClass().add("run-answer-text");
    VBox box = Layout.column(2, Words.caption("step " + Figures.exact(sample.step())), text);
    box.getStyleClass().add("run-answer");
    box.setPrefWidth(ANSWER_WIDTH);
    box.setMinWidth(ANSWER_WIDTH);
    return box;
  }
}
