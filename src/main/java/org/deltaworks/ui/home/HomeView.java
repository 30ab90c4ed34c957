package org.deltaworks.ui.home;

import java.time.LocalTime;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
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
  private final HomeViewModel model;
  private final VBox page = Layout.column(Layout.BETWEEN);
  private final StackPane root;
  private List<RecentRun> lines = List.of();
  private List<DemoCard> cards = List.of();
  private @Nullable HomeSnapshot shown;

  /** A view of this view model. */
  public HomeView(HomeViewModel model) {
    this.model = model;
    page.setPadding(new Insets(Layout.AROUND, Layout.AROUND, Layout.BETWEEN, Layout.AROUND));
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
      for (int i = 0; i < cards.size(); i++) {
        cards.get(i).show(here.demos().get(i));
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
    cards = here.demos().stream().map(offer -> new DemoCard(offer, model)).toList();
    HBox heading =
        Layout.row(
            Layout.BETWEEN,
            Words.heading("Try a demo (about a minute each)"),
            Layout.shown(
                Words.caption("A training runs now; a second one shares the processor with it."),
                model
                    .contentProperty()
                    .map(c -> c.ready().map(HomeSnapshot::training).orElse(false))));
    return Layout.column(Layout.BETWEEN, Layout.column(heading, new DemoGrid(cards)), whyLora());
  }

  private Node whyLora() {
    Button look = Buttons.plain("See for yourself", model::whyLora);
    look.setId("home-why-lora");
    VBox words =
        Layout.column(
            2,
            Words.heading("Why LoRA?"),
            Words.muted(
                "The same demo trained in several ways, one after the other: what each one costs,"
                    + " what it learns, and what it makes the model forget."));
    words.setMinWidth(0);
    HBox card = Layout.row(12, new DemoPicture("why-lora"), Layout.growWide(words), look);
    card.getStyleClass().addAll("dw-card", "home-why");
    return card;
  }
}
