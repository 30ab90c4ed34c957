package org.deltaworks.ui.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.control.Icons;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.deltaworks.ui.live.RunDot;
import org.deltaworks.ui.live.RunWords;
import org.deltaworks.ui.live.StateBadge;
import org.kordamp.ikonli.feather.Feather;

/** Name, state, progress in words, and what one can do now: one main button at most. */
final class RunHeader {
  private final RunViewModel model;
  private final Label name = Words.title("");
  private final Label where = Words.muted("");
  private final HBox title = Layout.row(name);
  private final HBox buttons = Layout.row();
  private final MenuButton more = new MenuButton("More");
  private final HBox root;
  private Optional<RunState> dressedFor = Optional.empty();
  private Optional<RunState> askedFor = Optional.empty();
  private long dressedRun = -1;

  RunHeader(RunViewModel model, ChartExport export) {
    this.model = model;
    Button back = Buttons.icon(Feather.ARROW_LEFT, "Back", model::list);
    name.setMinWidth(0);
    VBox words = Layout.column(2, title, where);
    words.setMinWidth(0);
    MenuItem command = new MenuItem("Copy as command");
    command.setOnAction(event -> copy(model.command()));
    MenuItem again = new MenuItem("Train again with changes…");
    again.setOnAction(event -> model.again());
    more.getItems().addAll(again, command);
    more.getItems().addAll(export.items());
    root = Layout.row(back, Layout.growWide(words), buttons);
  }

  Node node() {
    return root;
  }

  void show(Run run) {
    where.setText(
        "%s · on %s".formatted(RunWords.progress(run, model.live().timeLeft()), run.model()));
    Optional<RunState> asked = model.askedProperty().get();
    if (dressedRun == run.id()
        && dressedFor.equals(Optional.of(run.state()))
        && askedFor.equals(asked)) {
      return;
    }
    dressedRun = run.id();
    dressedFor = Optional.of(run.state());
    askedFor = asked;
    name.setText(run.name());
    title.getChildren().setAll(new RunDot(run.id()), name, new StateBadge(run.state()));
    List<Node> wanted = new ArrayList<>(buttons(run));
    asked.ifPresent(
        state -> {
          wanted.forEach(node -> node.setDisable(true));
          wanted.addFirst(Words.muted(waiting(state)));
        });
    wanted.add(more);
    buttons.getChildren().setAll(wanted);
  }

  private List<Button> buttons(Run run) {
    return switch (run.state()) {
      case QUEUED -> List.of(stop());
      case RUNNING -> List.of(pause(), stop());
      case PAUSED -> List.of(stop(), Buttons.main("Go on", model::resume));
      case FAILED -> List.of(Buttons.plain("Change settings", model::again), goOn(run));
      case STOPPED ->
          run.result().isEmpty()
              ? List.of(Buttons.main("Go on", model::resume))
              : List.of(Buttons.plain("Go on", model::resume), made(run), tryIt());
      case FINISHED -> List.of(made(run), tryIt());
    };
  }

  private Button stop() {
    Button stop = Buttons.danger("Stop", model::stop);
    stop.setGraphic(Icons.of(Feather.SQUARE));
    return stop;
  }

  private Button pause() {
    return Buttons.plain(Feather.PAUSE, "Pause", model::pause);
  }

  /** Going on is the main thing, unless the run needs a change first. */
  private Button goOn(Run run) {
    boolean pointless =
        run.problem()
            .filter(p -> RunViewModel.memoryShort(p) || RunViewModel.rateTooHigh(p))
            .isPresent();
    return pointless ? Buttons.plain("Go on", model::resume) : Buttons.main("Go on", model::resume);
  }

  private Button made(Run run) {
    return Buttons.plain(RunViewModel.full(run) ? "Show model" : "Show adapter", model::showResult);
  }

  private Button tryIt() {
    Button button = Buttons.main("Try it", model::tryIt);
    button.setGraphic(Icons.of(Feather.MESSAGE_SQUARE));
    return button;
  }

  private static String waiting(RunState state) {
    return switch (state) {
      case PAUSED -> "Pausing after this step…";
      case STOPPED -> "Stopping and keeping what it learnt…";
      default -> "Starting…";
    };
  }

  private static void copy(String text) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
  }
}
