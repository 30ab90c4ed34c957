package org.deltaworks.ui.notice;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.zip.CRC32;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.ui.fx.ScreenThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lies over the window's content: toasts at the lower right, questions in the middle. Clicks go
 * through where it shows nothing.
 */
public final class NoticePane extends StackPane implements Notices {
  private static final Logger LOG = LoggerFactory.getLogger(NoticePane.class);

  /** How long a removal can be taken back. */
  public static final Duration UNDO = Duration.ofSeconds(10);

  private static final Duration SHORT = Duration.ofSeconds(6);

  private final ScreenThread screen;
  private final VBox toasts = new VBox(8);

  /** Lies over the given content. */
  public NoticePane(ScreenThread screen, Node content) {
    this(screen);
    setContent(content);
  }

  /** Lies over nothing yet: what it will lie over may need it to tell things. */
  public NoticePane(ScreenThread screen) {
    this.screen = screen;
    toasts.getStyleClass().add("dw-toasts");
    toasts.setAlignment(Pos.BOTTOM_RIGHT);
    toasts.setPickOnBounds(false);
    toasts.setMouseTransparent(false);
    getChildren().add(toasts);
  }

  /** Lies over this from now on. */
  public void setContent(Node content) {
    getChildren().setAll(content, toasts);
  }

  @Override
  public void tell(String message) {
    screen.run(() -> add(new Toast(message).goesAfter(SHORT)));
  }

  @Override
  public void tell(String message, String actionLabel, Runnable action) {
    screen.run(() -> add(new Toast(message).withAction(actionLabel, action).goesAfter(UNDO)));
  }

  @Override
  public void undoable(String message, Runnable undo, Runnable afterwards) {
    screen.run(() -> add(new Toast(message).withAction("Undo", undo).goesAfter(UNDO, afterwards)));
  }

  @Override
  public void failed(Problem problem) {
    screen.run(() -> add(new Toast(problem.message(), problem.remedy()).stays()));
  }

  @Override
  public void failed(Throwable thrown) {
    if (thrown instanceof ProblemException known) {
      LOG.info("Told: {}", known.problem().line(), known.getCause());
      failed(known.problem());
      return;
    }
    String details = details(thrown);
    String code = code(thrown);
    LOG.error("Defect {}", code, thrown);
    screen.run(
        () ->
            add(
                new Toast(
                        "Something in Deltaworks broke (code " + code + "). Your work is kept.",
                        "Try it once more. If it happens again, copy the details and report them.")
                    .withAction("Copy details", () -> copy(details))
                    .stays()));
  }

  @Override
  public void ask(Question question) {
    screen.run(
        () -> {
          QuestionPane pane = new QuestionPane(question, getScene().getFocusOwner());
          pane.setOnClosed(() -> getChildren().remove(pane));
          getChildren().add(pane);
          pane.takeFocus();
        });
  }

  private void add(Toast toast) {
    toast.setOnClosed(() -> toasts.getChildren().remove(toast));
    toasts.getChildren().add(toast);
  }

  /** The same defect has the same code: its type and the place it was thrown at. */
  private static String code(Throwable thrown) {
    CRC32 sum = new CRC32();
    StackTraceElement[] trace = thrown.getStackTrace();
    String place = trace.length == 0 ? "" : trace[0].toString();
    sum.update(
        (thrown.getClass().getName() + place).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%06X", sum.getValue() & 0xFFFFFF);
  }

  private static String details(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
