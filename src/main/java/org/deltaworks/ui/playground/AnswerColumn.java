package org.deltaworks.ui.playground;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.deltaworks.domain.generation.Answer;
import org.deltaworks.domain.generation.Answerer;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.service.task.Subscription;
import org.deltaworks.ui.fx.Background;
import org.deltaworks.ui.fx.Content;
import org.jspecify.annotations.Nullable;

/** One answer as it streams in, whatever becomes of the one beside it. */
public final class AnswerColumn {
  private final Background background;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
  private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper(this, "facts", "");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private final ReadOnlyBooleanWrapper writing = new ReadOnlyBooleanWrapper(this, "writing");
  private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
      new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
  private @Nullable Streaming current;
  private boolean shared;

  AnswerColumn(Background background) {
    this.background = background;
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

  /** Whether words are coming: it was begun and has not ended. */
  ReadOnlyBooleanProperty writingProperty() {
    return writing.getReadOnlyProperty();
  }

  /** Why there is no answer. */
  public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Empties the column and gives up what is under way. */
  void clear() {
    stop();
    current = null;
    text.set("");
    facts.set("");
    problem.set(Optional.empty());
    end();
  }

  /**
   * Asks for a new answer; an older one is given up, and what it still says is not heard.
   *
   * @param how asks; called off the window's thread
   */
  void ask(Function<Answerer.Listener, Subscription> how) {
    clear();
    shared = false;
    busy.set(true);
    facts.set("thinking…");
    Streaming streaming = new Streaming();
    current = streaming;
    background.start(
        "ask",
        () -> how.apply(streaming),
        streaming::under,
        thrown -> streaming.failed(Content.problemOf(thrown)));
  }

  /** Ends the answer under way; what was said stays. */
  void stop() {
    if (current != null) {
      current.giveUp();
    }
  }

  /** Tells that another answer is written at the same time: the speed is a share of the whole. */
  void share() {
    shared = true;
  }

  private void end() {
    writing.set(false);
    busy.set(false);
  }

  void show(Answer answer) {
    text.set(answer.text());
    facts.set(facts(answer));
    end();
  }

  private String facts(Answer answer) {
    String end =
        switch (answer.stop()) {
          case END_OF_SEQUENCE, STOP_STRING -> "finished";
          case LENGTH -> "as long as allowed";
          case CONTEXT_FULL -> "no room for more";
          case CANCELLED -> "stopped";
        };
    String speed = shared ? "%s, %.0f tokens/s, both at once" : "%s, %.0f tokens/s";
    return answer.tokensPerSecond() > 0
        ? String.format(Locale.ROOT, speed, end, answer.tokensPerSecond())
        : end;
  }

  /** Pieces come on other threads and many at a time; the screen sees the latest whole. */
  private final class Streaming implements Answerer.Listener {
    private final StringBuilder soFar = new StringBuilder();
    private final Consumer<String> latest = background.screen().latest(this::showText);
    private Subscription under = () -> {};
    private boolean givenUp;

    void under(Subscription now) {
      under = now;
      if (givenUp) {
        // Stopped before the question was on its way.
        now.close();
      }
    }

    void giveUp() {
      givenUp = true;
      under.close();
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
      background
          .screen()
          .run(
              () -> {
                if (current == this) {
                  show(answer);
                }
              });
    }

    @Override
    public void failed(Problem told) {
      background
          .screen()
          .run(
              () -> {
                if (current == this) {
                  facts.set("");
                  end();
                  problem.set(Optional.of(told));
                }
              });
    }

    private void showText(String whole) {
      // A late piece must not overwrite the complete answer.
      if (current == this && busy.get()) {
        text.set(whole);
        facts.set("answering…");
        writing.set(true);
      }
    }
  }
}
