package org.deltaworks.ui.playground;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.deltaworks.domain.generation.Answer;
import org.deltaworks.domain.generation.Answerer;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.ui.fx.ScreenThread;

/** One answer as it streams in. */
public final class AnswerColumn {
  private final ScreenThread screen;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
  private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper(this, "facts", "");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
      new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
  private int asked;

  AnswerColumn(ScreenThread screen) {
    this.screen = screen;
  }

  /** What was answered so far. */
  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** How fast, and why it ended. */
  public ReadOnlyStringProperty factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /** Whether more is to come. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Why there is no answer. */
  public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Empties the column. */
  void clear() {
    asked++;
    text.set("");
    facts.set("");
    problem.set(Optional.empty());
    busy.set(false);
  }

  /** Empties the column for a new answer; what an older question still says is not heard. */
  Answerer.Listener begin() {
    clear();
    busy.set(true);
    facts.set("thinking…");
    return new Streaming(asked);
  }

  void show(Answer answer) {
    text.set(answer.text());
    facts.set(facts(answer));
    busy.set(false);
  }

  private static String facts(Answer answer) {
    String end =
        switch (answer.stop()) {
          case END_OF_SEQUENCE, STOP_STRING -> "finished";
          case LENGTH -> "as long as allowed";
          case CONTEXT_FULL -> "no room for more";
          case CANCELLED -> "stopped";
        };
    return answer.tokensPerSecond() > 0
        ? String.format(Locale.ROOT, "%s, %.0f tokens/s", end, answer.tokensPerSecond())
        : end;
  }

  /** Pieces come on other threads and many at a time; the screen sees the latest whole. */
  private final class Streaming implements Answerer.Listener {
    private final int mine;
    private final StringBuilder soFar = new StringBuilder();
    private final Consumer<String> latest;

    Streaming(int mine) {
      this.mine = mine;
      this.latest = screen.latest(this::showText);
    }

    @Override
    public void piece(String piece) {
      String whole;
      synchronized (soFar) {
        whole = soFar.append(piece).toString();
      }
      latest.accept(whole);
    }

    @Override
    public void answered(Answer answer) {
      screen.run(
          () -> {
            if (mine == asked) {
              show(answer);
            }
          });
    }

    @Override
    public void failed(Problem told) {
      screen.run(
          () -> {
            if (mine == asked) {
              facts.set("");
              busy.set(false);
              problem.set(Optional.of(told));
            }
          });
    }

    private void showText(String whole) {
      // A late piece must not overwrite the complete answer.
      if (mine == asked && busy.get()) {
        text.set(whole);
        facts.set("answering…");
      }
    }
  }
}
