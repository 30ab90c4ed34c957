package org.deltaworks.ui.home;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.control.Icons;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.kordamp.ikonli.feather.Feather;

/** What was done last, as two short lists; every line leads somewhere. */
final class RecentCards {
  private RecentCards() {}

  static VBox runs(List<RecentRun> lines, HomeViewModel model) {
    return card(
        "Recent runs",
        "All runs",
        model::allRuns,
        "No runs yet.",
        lines.stream()
            .<Supplier<Node>>map(
                line -> () -> clickable(line, "Run " + line.name(), () -> model.open(line.run())))
            .toList());
  }

  static VBox adapters(HomeSnapshot here, HomeViewModel model) {
    return card(
        "Recent adapters",
        "All adapters",
        model::allAdapters,
        "No adapters yet. A finished run leaves one here.",
        here.recentAdapters().stream()
            .<Supplier<Node>>map(adapter -> () -> adapter(adapter, model))
            .toList());
  }

  private static VBox card(
      String heading, String all, Runnable go, String none, List<Supplier<Node>> lines) {
    Hyperlink link = new Hyperlink(all);
    link.setOnAction(event -> go.run());
    VBox card = Layout.card(Layout.row(Words.heading(heading), Layout.spacer(), link));
    card.getStyleClass().add("home-recent");
    card.setMinWidth(0);
    card.setPrefWidth(300);
    lines.forEach(line -> card.getChildren().add(line.get()));
    if (lines.isEmpty()) {
      card.getChildren().add(Words.muted(none));
    }
    return card;
  }

  private static Node adapter(Adapter adapter, HomeViewModel model) {
    Label size = Words.caption(Figures.bytes(adapter.bytes()));
    Label when = Words.caption(Figures.ago(adapter.created(), Instant.now()));
    when.setMinWidth(64);
    size.setMinWidth(54);
    Button ask =
        Buttons.icon(Feather.MESSAGE_SQUARE, "Try " + adapter.name(), () -> model.tryIt(adapter));
    HBox line = Layout.row(Icons.of(Feather.LAYERS), name(adapter.name()), size, when);
    return Layout.row(
        Layout.TIGHT,
        Layout.growWide(clickable(line, "Adapter " + adapter.name(), () -> model.open(adapter))),
        ask);
  }

  static Label name(String text) {
    Label name = new Label(text);
    name.getStyleClass().addAll("dw-body", "dw-strong");
    name.setMinWidth(40);
    return Layout.growWide(name);
  }

  private static Button clickable(HBox line, String words, Runnable act) {
    Button button = new Button();
    button.setGraphic(line);
    line.setMouseTransparent(true);
    button.getStyleClass().setAll("home-line");
    button.setAccessibleText(words);
    button.setMaxWidth(Double.MAX_VALUE);
    line.prefWidthProperty().bind(button.widthProperty().subtract(16));
    button.setMinWidth(0);
    button.setPrefWidth(200);
    button.setOnAction(event -> act.run());
    return button;
  }
}
