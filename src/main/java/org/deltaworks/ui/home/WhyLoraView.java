package org.deltaworks.ui.home;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.demos.Comparison;
import org.deltaworks.domain.demos.Comparison.Entry;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.control.ContentPane;
import org.deltaworks.ui.control.EmptyState;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Theme;
import org.deltaworks.ui.fx.Words;
import org.kordamp.ikonli.feather.Feather;

/** The same demo learnt in several ways: a table and bars that fill while it goes on. */
public final class WhyLoraView {
  private final WhyLoraViewModel model;
  private final VBox page = Layout.column(Layout.BETWEEN);
  private final HBox buttons = Layout.row();
  private final StackPane body;
  private final VBox root;

  /** A view of this view model. */
  public WhyLoraView(WhyLoraViewModel model) {
    this.model = model;
    this.body =
        new ContentPane<>(
            model.contentProperty(),
            Layout.scrolling(page),
            Optional::isEmpty,
            this::empty,
            model::show);
    this.root = Layout.column(Layout.BETWEEN, header(), Layout.grow(body));
    root.setPadding(new Insets(Layout.AROUND));
    root.getStyleClass().add("why-lora");
    root.getStylesheets().add(Theme.sheet(HomeView.class, "home.css"));
    model.contentProperty().addListener((property, old, now) -> fill());
    model.runningProperty().addListener((property, old, now) -> fill());
    model.stoppingProperty().addListener((property, old, now) -> fill());
    fill();
  }

  Node node() {
    return root;
  }

  void show() {
    model.show();
  }

  private Node header() {
    Button back = Buttons.icon(Feather.ARROW_LEFT, "Home", model::home);
    VBox words =
        Layout.column(
            2,
            Words.title("Why LoRA?"),
            Words.muted(
                "One demo, learnt in several ways in the same number of steps. Whatever comes out"
                    + " is shown as it is."));
    words.setMinWidth(0);
    return Layout.row(back, Layout.growWide(words), buttons);
  }

  private Node empty() {
    return new EmptyState(
        Feather.BAR_CHART_2,
        "Not tried on this computer yet",
        "Every weight, a few layers, or a small adapter: what does each cost, what does it learn,"
            + " and what does the model forget? It takes a few minutes.",
        Buttons.main("Start the comparison", model::start));
  }

  private void fill() {
    Optional<Comparison> now = model.contentProperty().get().ready().flatMap(c -> c);
    buttons.getChildren().setAll(buttons(now));
    page.getChildren().clear();
    now.ifPresent(this::fill);
  }

  private void fill(Comparison now) {
    List<WhyLoraRow> rows = WhyLoraRow.of(now);
    if (model.runningProperty().get()) {
      ProgressBar bar = new ProgressBar(share(now));
      bar.setMaxWidth(Double.MAX_VALUE);
      page.getChildren()
          .add(Layout.column(Layout.TIGHT, Words.body(WhyLoraViewModel.progress(now)), bar));
    }
    page.getChildren().addAll(new WhyLoraTable(rows, model::watch), WhyLoraBars.of(rows));
    rows.stream()
        .filter(row -> !row.problem().isEmpty())
        .forEach(row -> page.getChildren().add(Words.body(row.name() + ": " + row.problem())));
    page.getChildren().add(Words.muted(footnote(now)));
  }

  private List<Node> buttons(Optional<Comparison> now) {
    if (model.runningProperty().get()) {
      Button stop = Buttons.danger("Stop", model::stop);
      stop.setDisable(model.stoppingProperty().get());
      return model.stoppingProperty().get()
          ? List.of(Words.muted("Stopping after this step…"), stop)
          : List.of(stop);
    }
    if (now.isEmpty()) {
      return List.of();
    }
    return now.get().over()
        ? List.of(Buttons.plain(Feather.ROTATE_CW, "Start anew", model::start))
        : List.of(Buttons.plain("Start anew", model::start), Buttons.main("Go on", model::goOn));
  }

  private static double share(Comparison now) {
    long over = now.entries().stream().filter(Entry::over).count();
    return over / (double) Math.max(1, now.entries().size());
  }

  private static String footnote(Comparison now) {
    String base =
        now.base()
            .map(
                b ->
                    "The base alone gets %s of the held-out rows right. "
                        .formatted(WhyLoraRow.percent(b.score())))
            .orElse("");
    return base
        + "Learnt: the demo's score on rows it never saw. Forgot: how much the loss on the base's"
        + " own held-out text grew. To keep: the file one has to store for this task alone.";
  }
}
