package org.deltaworks.ui.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.deltaworks.ui.fx.Appearance;
import org.deltaworks.ui.fx.Theme;

/**
 * A real window on the headless screen, driven as a person would: looks for words, clicks, types,
 * waits for what should appear. Methods are called from the test's thread. At most 1,000 px high:
 * the headless screen has no more.
 */
public final class Window implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Stage stage;
  private final Theme theme;

  /** One for all: each robot keeps a mouse position of its own. */
  private final Robot robot = new Robot();

  private Window(Stage stage, Theme theme) {
    this.stage = stage;
    this.theme = theme;
  }

  /** Opens a window with this content, or skips the test where there can be none. */
  public static Window open(
      Appearance appearance, double width, double height, Supplier<? extends Parent> content) {
    Toolkit.require();
    Window window =
        onScreen(
            () -> {
              Theme theme = new Theme(appearance);
              Stage stage = new Stage();
              Scene scene = new Scene(content.get(), width, height);
              theme.style(scene);
              stage.setScene(scene);
              place(stage, width, height);
              stage.show();
              return new Window(stage, theme);
            });
    window.pulse();
    return window;
  }

  /** Takes over a stage that the application itself builds and shows. */
  public static Window adopt(double width, double height, Callable<Stage> builder, Theme theme) {
    Toolkit.require();
    Window window =
        onScreen(
            () -> {
              Stage stage = builder.call();
              place(stage, width, height);
              return new Window(stage, theme);
            });
    window.pulse();
    return window;
  }

  /** Skips or fails the test where windows do not work; for tests that make controls only. */
  public static void require() {
    Toolkit.require();
  }

  /** Runs on the window's thread and waits for the result. */
  public static <T> T onScreen(Callable<T> work) {
    if (Platform.isFxApplicationThread()) {
      return here(work);
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            result.complete(work.call());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        });
    try {
      return result.get(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    } catch (java.util.concurrent.ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new AssertionError(e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("the window's thread was busy for 30 s", e);
    }
  }

  private static <T> T here(Callable<T> work) {
    try {
      return work.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Runs on the window's thread and waits until it is done. */
  public static void act(Runnable work) {
    onScreen(
        () -> {
          work.run();
          return Boolean.TRUE;
        });
  }

  /** Waits until the screen was drawn twice: layout and looks have settled then. */
  public void pulse() {
    CompletableFuture<Boolean> drawn = new CompletableFuture<>();
    Platform.runLater(
        () ->
            new AnimationTimer() {
              private int left = 2;

              @Override
              public void handle(long now) {
                if (--left < 0) {
                  stop();
                  drawn.complete(true);
                }
              }
            }.start());
    drawn.orTimeout(30, TimeUnit.SECONDS).join();
  }

  /** Waits until it is so, looking on the window's thread; fails after 15 s. */
  public void until(String what, BooleanSupplier condition) {
    until(what, PATIENCE, condition);
  }

  /** Waits until it is so, as long as given. */
  public void until(String what, Duration patience, BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    while (!onScreen(condition::getAsBoolean)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain for: " + what + "\nshown: " + words());
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
    pulse();
  }

  /** Waits until these words are visible. */
  public void untilShown(String words) {
    until("\"" + words + "\"", () -> !withWords(words).isEmpty());
  }

  /** Waits until these words are visible, as long as given. */
  public void untilShown(String words, Duration patience) {
    until("\"" + words + "\"", patience, () -> !withWords(words).isEmpty());
  }

  /** Whether these words are visible now, as the whole text of something or part of it. */
  public boolean shows(String words) {
    return onScreen(() -> !withWords(words).isEmpty());
  }

  /** All visible texts, for messages. */
  public List<String> words() {
    return onScreen(
        () -> all(n -> !text(n).isBlank()).stream().map(Window::text).distinct().toList());
  }

  /** Clicks what has these words: the control with exactly these words if there is one. */
  public void click(String words) {
    untilShown(words);
    click(onScreen(() -> withWords(words).getFirst()));
  }

  /** Clicks in the middle of a node. */
  public void click(Node node) {
    point(node);
    act(() -> robot.mouseClick(MouseButton.PRIMARY));
    pulse();
  }

  /** Clicks twice on what has these words. */
  public void doubleClick(String words) {
    untilShown(words);
    doubleClick(onScreen(() -> withWords(words).getFirst()));
  }

  /** Clicks twice in the middle of a node. */
  public void doubleClick(Node node) {
    point(node);
    act(() -> robot.mouseClick(MouseButton.PRIMARY));
    act(() -> robot.mouseClick(MouseButton.PRIMARY));
    pulse();
  }

  /** Moves the mouse to the middle of a node. */
  public void point(Node node) {
    pointAt(node, 0.5, 0.5);
  }

  /** Moves the mouse to a place inside a node, given as shares of its size. */
  public void pointAt(Node node, double shareX, double shareY) {
    act(
        () -> {
          Bounds b = node.getBoundsInLocal();
          Point2D place =
              node.localToScreen(
                  b.getMinX() + b.getWidth() * shareX, b.getMinY() + b.getHeight() * shareY);
          robot.mouseMove(place);
        });
    pulse();
  }

  /** Drags from one place inside a node to another, given as shares of its size. */
  public void drag(Node node, double fromX, double fromY, double toX, double toY) {
    pointAt(node, fromX, fromY);
    act(() -> robot.mousePress(MouseButton.PRIMARY));
    pulse();
    pointAt(node, (fromX + toX) / 2, (fromY + toY) / 2);
    pointAt(node, toX, toY);
    act(() -> robot.mouseRelease(MouseButton.PRIMARY));
    pulse();
  }

  /** Presses keys together, such as SHORTCUT and DIGIT3 (the last one is the letter). */
  public void press(KeyCode... keys) {
    act(
        () -> {
          for (KeyCode key : keys) {
            robot.keyPress(key);
          }
          for (int i = keys.length - 1; i >= 0; i--) {
            robot.keyRelease(keys[i]);
          }
        });
    pulse();
  }

  /** Puts a text into the field that has the focus, as pasting would. */
  public void type(String text) {
    act(
        () -> {
          if (stage.getScene().getFocusOwner() instanceof TextInputControl field) {
            field.replaceSelection(text);
          } else {
            throw new AssertionError("no text field has the focus");
          }
        });
    pulse();
  }

  /** The visible nodes of a type. */
  public <N extends Node> List<N> find(Class<N> type) {
    return onScreen(() -> all(type::isInstance).stream().map(type::cast).toList());
  }

  /** The first visible node that a CSS selector finds. */
  public Node find(String selector) {
    Node found = onScreen(() -> stage.getScene().getRoot().lookup(selector));
    if (found == null) {
      throw new AssertionError("nothing is " + selector + "; shown: " + words());
    }
    return found;
  }

  /** The first visible node that a screen reader calls so. */
  public Node accessible(String words) {
    return onScreen(() -> all(n -> words.equals(n.getAccessibleText())).getFirst());
  }

  /** The window itself. */
  public Stage stage() {
    return stage;
  }

  /** Its theme. */
  public Theme theme() {
    return theme;
  }

  /** Makes the window another size. */
  public void resize(double width, double height) {
    act(() -> place(stage, width, height));
    pulse();
  }

  /** Takes a picture into {@code target/screenshots}. */
  public void picture(String name) {
    pulse();
    Pictures.save(stage.getScene(), name);
  }

  @Override
  public void close() {
    act(stage::close);
  }

  private static void place(Stage stage, double width, double height) {
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(width);
    stage.setHeight(height);
  }

  private List<Node> withWords(String words) {
    List<Node> exact = all(n -> text(n).equals(words));
    return exact.isEmpty() ? all(n -> text(n).contains(words)) : exact;
  }

  private List<Node> all(Predicate<Node> wanted) {
    List<Node> found = new ArrayList<>();
    collect(stage.getScene().getRoot(), wanted, found);
    return found;
  }

  private static void collect(Node node, Predicate<Node> wanted, List<Node> found) {
    if (!node.isVisible()) {
      return;
    }
    if (wanted.test(node)) {
      found.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, wanted, found));
    }
  }

  private static String text(Node node) {
    String text =
        switch (node) {
          case Labeled labeled -> labeled.getText();
          case TextInputControl field -> field.getText();
          case Text plain -> plain.getText();
          default -> "";
        };
    return text == null ? "" : text;
  }
}
