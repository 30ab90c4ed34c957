package org.deltaworks.ui.control;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.ui.fx.Content;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.kordamp.ikonli.feather.Feather;

/**
 * The frame of a screen that lists what a person added from their own disk: a title, a button that
 * adds one more, what was wrong with the last one, and the list or the page that says what to do
 * while there is nothing.
 */
public final class ShelfFrame extends VBox {
  /**
   * What it says.
   *
   * @param title of the screen
   * @param thing what is added, such as {@code file}
   * @param missing heading while there is nothing
   * @param sentence why one adds something
   */
  public record Speech(
      String title, String thing, Feather picture, String missing, String sentence) {}

  /**
   * What it follows and what its buttons do.
   *
   * @param content the list
   * @param adding whether something is being read
   * @param problem what was wrong with what was to be added
   * @param add lets the person choose
   * @param refresh reads the list again
   * @param forgetProblem closes the message
   */
  public record Wiring<T>(
      ObservableValue<Content<List<T>>> content,
      ObservableBooleanValue adding,
      ObservableValue<Optional<Problem>> problem,
      Runnable add,
      Runnable refresh,
      Runnable forgetProblem) {}

  private final Speech speech;
  private final VBox trouble = Layout.column();

  /**
   * Frames a list.
   *
   * @param full what shows it
   */
  public <T> ShelfFrame(Speech speech, Wiring<T> wiring, Node full) {
    super(Layout.BETWEEN);
    this.speech = speech;
    ContentPane<List<T>> pane =
        new ContentPane<>(
            wiring.content(), full, List::isEmpty, () -> empty(wiring.add()), wiring.refresh());
    getChildren().addAll(header(wiring), trouble, Layout.grow(pane));
    getStyleClass().add("screen");
    wiring.problem().addListener((property, old, now) -> show(now, wiring));
    show(wiring.problem().getValue(), wiring);
  }

  private <T> Node header(Wiring<T> wiring) {
    Button add = adder(wiring.add());
    add.disableProperty().bind(wiring.adding());
    add.visibleProperty()
        .bind(wiring.content().map(c -> c.ready().map(list -> !list.isEmpty()).orElse(false)));
    return Layout.row(
        Words.title(speech.title()),
        Layout.shown(Words.caption("Reading the %s…".formatted(speech.thing())), wiring.adding()),
        Layout.spacer(),
        add);
  }

  private Node empty(Runnable add) {
    return new EmptyState(speech.picture(), speech.missing(), speech.sentence(), adder(add));
  }

  private Button adder(Runnable add) {
    return Buttons.main("Add a %s…".formatted(speech.thing()), add);
  }

  private void show(Optional<Problem> found, Wiring<?> wiring) {
    trouble
        .getChildren()
        .setAll(
            found.stream()
                .map(
                    problem ->
                        new FailedState(
                            problem,
                            Buttons.plain(
                                "Choose another %s…".formatted(speech.thing()), wiring.add()),
                            Buttons.flat("Close", wiring.forgetProblem())))
                .toList());
    trouble.setVisible(found.isPresent());
    trouble.setManaged(found.isPresent());
  }
}
