package org.deltaworks.ui.runs;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.training.RunQueue.Move;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.deltaworks.ui.live.RunDot;
import org.kordamp.ikonli.feather.Feather;

/**
 * The runs that wait, in order, above all others. Every button is reached by Tab; on a line with
 * the focus Alt with an arrow moves the run, Delete takes it out.
 */
final class QueuePane {
  /** Of a long queue the next few are seen; the others are scrolled to. */
  private static final double MOST_HEIGHT = 180;

  private final QueueViewModel model;
  private final Label heading = Words.heading("");
  private final VBox lines = Layout.column(Layout.TIGHT);
  private final VBox root;

  QueuePane(QueueViewModel model) {
    this.model = model;
    ScrollPane scroll = Layout.scrolling(lines);
    scroll.setFitToHeight(false);
    scroll.setMaxHeight(MOST_HEIGHT);
    scroll.setMinHeight(Region.USE_PREF_SIZE);
    scroll.prefHeightProperty().bind(Bindings.min(lines.heightProperty(), MOST_HEIGHT));
    this.root = Layout.card(heading, scroll);
    root.getStyleClass().add("run-queue");
    model.rows().addListener((ListChangeListener<WaitingRow>) change -> fill());
    fill();
  }

  Node node() {
    return root;
  }

  /** Built anew: there are few. The focus stays on the button that was used. */
  private void fill() {
    Optional<Object> focus = focus();
    List<WaitingRow> rows = model.rows();
    root.setVisible(!rows.isEmpty());
    root.setManaged(!rows.isEmpty());
    heading.setText(Figures.counted(rows.size(), "run") + (rows.size() == 1 ? " waits" : " wait"));
    lines.getChildren().setAll(rows.stream().map(this::line).toList());
    focus.ifPresent(
        wanted ->
            lines.lookupAll(".button").stream()
                .filter(button -> wanted.equals(button.getUserData()))
                .findFirst()
                .ifPresent(Node::requestFocus));
  }

  private Optional<Object> focus() {
    return Optional.ofNullable(root.getScene())
        .flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()))
        .filter(owner -> lines.lookupAll(".button").contains(owner))
        .map(Node::getUserData);
  }

  private Node line(WaitingRow row) {
    Label name = new Label(row.name());
    name.getStyleClass().add("dw-body");
    name.setMinWidth(0);
    Button first = move(row, Feather.CHEVRONS_UP, "Start %s first", Move.FIRST);
    Button up = move(row, Feather.CHEVRON_UP, "Move %s up", Move.UP);
    Button down = move(row, Feather.CHEVRON_DOWN, "Move %s down", Move.DOWN);
    first.setDisable(row.first());
    up.setDisable(row.first());
    down.setDisable(row.last());
    HBox line =
        Layout.row(
            new RunDot(row.id()),
            name,
            Words.caption(row.when()),
            Layout.spacer(),
            first,
            up,
            down,
            button(
                row,
                row.held() ? Feather.PLAY : Feather.PAUSE,
                row.held() ? "Let %s go" : "Hold %s",
                () -> model.holdOrRelease(row)),
            button(row, Feather.X, "Take %s out of the queue", () -> model.cancel(row)));
    line.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(row, event));
    return line;
  }

  private Button move(WaitingRow row, Feather picture, String words, Move where) {
    return button(row, picture, words, () -> model.move(row, where));
  }

  private static Button button(WaitingRow row, Feather picture, String words, Runnable act) {
    Button button = Buttons.icon(picture, words.formatted(row.name()), act);
    button.setUserData(List.of(row.id(), picture));
    return button;
  }

  private void pressed(WaitingRow row, KeyEvent event) {
    if (event.isAltDown() && event.getCode() == KeyCode.UP) {
      model.move(row, Move.UP);
    } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
      model.move(row, Move.DOWN);
    } else if (event.getCode() == KeyCode.DELETE) {
      model.cancel(row);
    } else {
      return;
    }
    event.consume();
  }
}
