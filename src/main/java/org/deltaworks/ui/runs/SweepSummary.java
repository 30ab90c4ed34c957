package org.deltaworks.ui.runs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.service.training.SweepOverview;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.control.Icons;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.deltaworks.ui.live.SweepWords;
import org.kordamp.ikonli.feather.Feather;

/** The answer of a sweep so far, in words, above its table. */
final class SweepSummary extends VBox {
  private final SweepViewModel model;
  private final Label head = Words.heading("");
  private final Label sentence = Words.body("");
  private final Label progress = Words.muted("");
  private final ProgressBar bar = new ProgressBar();
  private final StackPane picture = new StackPane();
  private final HBox buttons = Layout.row();
  private Optional<Dress> dressed = Optional.empty();

  /** What decides picture and buttons; they stay as they are, focus included, while it does. */
  private record Dress(boolean best, boolean made) {}

  SweepSummary(SweepViewModel model) {
    super(12);
    this.model = model;
    getStyleClass().addAll("dw-card", "sweep-summary");
    setMinHeight(USE_PREF_SIZE);
    picture.getStyleClass().add("sweep-award");
    head.setWrapText(true);
    head.setMinHeight(USE_PREF_SIZE);
    sentence.setMinHeight(USE_PREF_SIZE);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("run-progress");
    VBox words = Layout.column(Layout.TIGHT, head, sentence);
    words.setMinWidth(0);
    getChildren()
        .addAll(
            Layout.row(Layout.BETWEEN, picture, Layout.growWide(words), buttons),
            Layout.column(Layout.TIGHT, bar, progress));
  }

  void show(SweepOverview overview) {
    Optional<SweepOverview.Point> best = overview.best();
    head.setText(best.map(point -> head(overview, point)).orElse("Nothing to compare yet"));
    sentence.setText(best.map(point -> sentence(overview, point)).orElse(waitingFor(overview)));
    boolean over = overview.over();
    bar.setProgress(overview.ended() / (double) overview.points().size());
    bar.setVisible(!over);
    bar.setManaged(!over);
    progress.setText(
        Stream.concat(
                Stream.of(SweepWords.progress(overview)),
                SweepWords.timeLeft(overview).stream()
                    .map(
                        left ->
                            left.substring(0, 1).toUpperCase(Locale.ROOT)
                                + left.substring(1)
                                + "."))
            .reduce("%s %s"::formatted)
            .orElse(""));
    dress(new Dress(best.isPresent(), best.flatMap(p -> p.run().result()).isPresent()));
  }

  private void dress(Dress wanted) {
    if (dressed.equals(Optional.of(wanted))) {
      return;
    }
    dressed = Optional.of(wanted);
    picture.getChildren().setAll(Icons.of(wanted.best() ? Feather.AWARD : Feather.CLOCK));
    buttons
        .getChildren()
        .setAll(
            !wanted.best()
                ? List.of()
                : wanted.made()
                    ? List.of(
                        Buttons.plain("Open this run", model::openBest),
                        Buttons.main("Try it", model::tryBest))
                    : List.of(Buttons.plain("Open this run", model::openBest)));
  }

  private static String head(SweepOverview overview, SweepOverview.Point best) {
    boolean over = overview.over();
    return "%s: %s".formatted(over ? "Best" : "Best so far", SweepWords.settings(overview, best));
  }

  private static String sentence(SweepOverview overview, SweepOverview.Point best) {
    String metric = SweepWords.metric(overview.sweep().metric());
    String value = Figures.loss(best.metric().getAsDouble());
    String lead = SweepWords.lead(overview).map(l -> " " + l).orElse("");
    return "\"%s\" has a %s of %s.%s".formatted(best.run().name(), metric, value, lead);
  }

  private static String waitingFor(SweepOverview overview) {
    if (overview.over()) {
      return "None of its trainings came as far as a first test.";
    }
    if (overview.ended() + overview.count(RunState.PAUSED) == overview.points().size()) {
      return "The first comes once a training that is paused goes on and was tested.";
    }
    return overview.count(RunState.RUNNING) > 0
        ? "The first comes once a training was tested on the held-out examples."
        : "The trainings wait for their turn in the queue.";
  }
}
