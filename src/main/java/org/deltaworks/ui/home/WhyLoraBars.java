package org.deltaworks.ui.home;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;

/** Three bar charts of the same ways: what was learnt, what has to be kept, what was forgotten. */
final class WhyLoraBars {
  private static final double LEAST = 2;
  private static final double NAMES = 118;
  private static final double NUMBERS = 56;

  private WhyLoraBars() {}

  static HBox of(List<WhyLoraRow> rows) {
    HBox three =
        new HBox(
            Layout.BETWEEN,
            chart(
                "Learnt",
                rows,
                row -> row.figures().map(f -> f.score()).orElse(0.0),
                row -> row.figures().map(f -> WhyLoraRow.percent(f.score())).orElse("–")),
            chart(
                "To keep",
                rows,
                row -> row.figures().map(f -> (double) f.bytes()).orElse(0.0),
                row -> row.figures().map(f -> Figures.bytes(f.bytes())).orElse("–")),
            chart(
                "Forgot",
                rows,
                row -> Math.max(0, row.forgetting().orElse(0.0)),
                row -> row.forgetting().map(WhyLoraRow::signed).orElse("–")));
    three.getChildren().forEach(Layout::growWide);
    return three;
  }

  private static VBox chart(
      String title,
      List<WhyLoraRow> rows,
      Function<WhyLoraRow, Double> value,
      Function<WhyLoraRow, String> words) {
    double most = rows.stream().mapToDouble(value::apply).max().orElse(0);
    VBox card = Layout.card(Words.heading(title));
    card.setPrefWidth(300);
    card.setMinWidth(0);
    IntStream.range(0, rows.size())
        .mapToObj(
            i -> {
              WhyLoraRow row = rows.get(i);
              return bar(row.name(), words.apply(row), most > 0 ? value.apply(row) / most : 0, i);
            })
        .forEach(card.getChildren()::add);
    return card;
  }

  private static HBox bar(String name, String words, double share, int series) {
    Label label = Words.caption(name);
    label.setMinWidth(NAMES);
    label.setMaxWidth(NAMES);
    Region filled = new Region();
    filled.getStyleClass().addAll("why-bar", "why-bar-" + series);
    Pane track = new Pane(filled);
    track.setMinWidth(0);
    track
        .widthProperty()
        .addListener(
            (property, old, now) ->
                filled.resizeRelocate(
                    0, 2, share > 0 ? Math.max(LEAST, share * now.doubleValue()) : 0, 12));
    filled.setManaged(false);
    track.setPrefHeight(16);
    Label number = Words.caption(words);
    number.getStyleClass().add("dw-number");
    number.setMinWidth(NUMBERS);
    number.setAlignment(Pos.CENTER_RIGHT);
    HBox line = Layout.row(label, Layout.growWide(track), number);
    line.setAccessibleText(name + ": " + words);
    return line;
  }
}
