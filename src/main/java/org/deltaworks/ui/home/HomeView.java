package org.deltaworks.ui.home;

import java.time.LocalTime;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.deltaworks.domain.demos.Demo;
import org.deltaworks.domain.training.Run;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.control.ContentPane;
import org.deltaworks.ui.control.Icons;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Theme;
import org.deltaworks.ui.fx.Words;
import org.deltaworks.ui.navigation.Place;
import org.deltaworks.ui.navigation.Screen;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The first screen: what is here, and one big way in. */
public final class HomeView implements Screen {
  private static final double DEMO_TEXT_WIDTH = 266;

  private final HomeViewModel model;
  private final VBox page = Layout.column(Layout.AROUND);
  private final StackPane root;
  private List<RecentRun> lines = List.of();
  private @Nullable HomeSnapshot shown;

  /** A view of this view model. */
  public HomeView(HomeViewModel model) {
    this.model = model;
    page.setPadding(new Insets(32, Layout.AROUND, Layout.AROUND, Layout.AROUND));
    page.getStyleClass().add("home");
    ScrollPane scroll = Layout.scrolling(page);
    root =
        new ContentPane<>(
            model.contentProperty(), scroll, all -> false, StackPane::new, model::show);
    root.getStylesheets().add(Theme.sheet(HomeView.class, "home.css"));
    model.contentProperty().addListener((property, old, now) -> now.ready().ifPresent(this::fill));
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void show(Place place) {
    model.show();
  }

  @Override
  public void hide() {
    model.hide();
  }

  private void fill(HomeSnapshot here) {
    if (shown != null && alike(shown, here)) {
      for (int i = 0; i < lines.size(); i++) {
        Run run = here.recentRuns().get(i);
        lines.get(i).show(run, here.curves().getOrDefault(run.id(), List.of()));
      }
      return;
    }
    shown = here;
    lines =
        here.recentRuns().stream()
            .map(run -> new RecentRun(run, here.curves().getOrDefault(run.id(), List.of())))
            .toList();
    page.getChildren().setAll(welcome(here));
    if (!here.demos().isEmpty()) {
      page.getChildren().add(demos(here));
    }
    if (!here.fresh()) {
      HBox recent =
          new HBox(
              Layout.BETWEEN,
              Layout.growWide(RecentCards.runs(lines, model)),
              Layout.growWide(RecentCards.adapters(here, model)));
      page.getChildren().add(recent);
    } else {
      page.getChildren().add(new HowItWorks());
    }
  }

  /** Whether the same lines tell both: then they are kept, and what has the focus with them. */
  private static boolean alike(HomeSnapshot before, HomeSnapshot now) {
    return before
            .with(now.recentRuns(), now.curves())
            .equals(now.with(now.recentRuns(), now.curves()))
        && before.recentRuns().stream()
            .map(Run::id)
            .toList()
            .equals(now.recentRuns().stream().map(Run::id).toList());
  }

  private Node welcome(HomeSnapshot here) {
    VBox words =
        Layout.column(
            Layout.TIGHT,
            Words.title(HomeViewModel.greeting(LocalTime.now())),
            Words.muted(
                here.fresh()
                    ? "Teach a language model something of yours. It takes a few minutes and stays"
                        + " on this computer."
                    : HomeViewModel.inventory(here)));
    Button train =
        Buttons.main(
            here.fresh() ? "Train your first adapter" : "Train a new adapter", model::train);
    train.setId("home-train");
    train.setGraphic(Icons.of(Feather.ARROW_RIGHT));
    train.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    train.getStyleClass().add("home-train");
    HBox hero = Layout.row(Layout.AROUND, Layout.growWide(words), train);
    hero.getStyleClass().addAll("dw-card", "home-hero");
    return hero;
  }

  private Node demos(HomeSnapshot here) {
    FlowPane cards = new FlowPane(Layout.BETWEEN, Layout.BETWEEN);
    here.demos().forEach(demo -> cards.getChildren().add(card(demo)));
    return Layout.column(Layout.INSIDE, Words.heading("Try a demo (about a minute each)"), cards);
  }

  private Node card(Demo demo) {
    // Text, not a label: its height follows from its width alone, which a button needs.
    Text sentence = new Text(demo.sentence());
    sentence.setWrappingWidth(DEMO_TEXT_WIDTH);
    sentence.getStyleClass().add("home-demo-text");
    VBox words = Layout.column(Layout.TIGHT, Words.heading(demo.title()), sentence);
    words.setAlignment(Pos.TOP_LEFT);
    Button card = new Button();
    card.setGraphic(words);
    card.setAccessibleText(demo.title() + ": " + demo.sentence());
    card.getStyleClass().setAll("dw-card", "dw-clickable", "home-demo");
    card.setOnAction(event -> model.tryDemo(demo));
    card.setAlignment(Pos.TOP_LEFT);
    return card;
  }
}
