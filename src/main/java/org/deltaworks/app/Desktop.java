package org.deltaworks.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.HostServices;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.deltaworks.platform.LaunchTime;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.control.FailedState;
import org.deltaworks.ui.control.SystemFilePicker;
import org.deltaworks.ui.control.SystemOpener;
import org.deltaworks.ui.fx.Appearance;
import org.deltaworks.ui.fx.Content;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Theme;
import org.deltaworks.ui.fx.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program as a window. The screen and the catalog open at the same time, each on its own
 * thread, because a person waits for both.
 */
public final class Desktop {
  private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);

  private Desktop() {}

  /** Whether there is a screen to open a window on. */
  public static boolean possible() {
    boolean headless =
        "headless".equals(System.getProperty("glass.platform", "").toLowerCase(Locale.ROOT));
    boolean linux = System.getProperty("os.name", "").startsWith("Linux");
    return headless
        || !linux
        || System.getenv("DISPLAY") != null
        || System.getenv("WAYLAND_DISPLAY") != null;
  }

  /**
   * Opens the window and returns when it was closed.
   *
   * @param opening builds what the window works on; called on this thread while the screen starts
   */
  public static void run(Supplier<DesktopParts> opening) throws InterruptedException {
    CompletableFuture<Boolean> started = new CompletableFuture<>();
    Platform.startup(() -> started.complete(true));
    // Ends when the window was closed, not when JavaFX sees no window for a moment.
    Platform.setImplicitExit(false);
    CountDownLatch closed = new CountDownLatch(1);
    try {
      DesktopParts parts = opening.get();
      Platform.runLater(() -> show(parts, closed));
    } catch (RuntimeException e) {
      LOG.error("The window cannot open", e);
      Platform.runLater(() -> refuse(e, closed));
    }
    closed.await();
    Platform.exit();
  }

  private static void show(DesktopParts parts, CountDownLatch closed) {
    try {
      Stage stage = new Stage();
      DesktopWindow window =
          new DesktopWindow(stage, parts, new SystemFilePicker(), new SystemOpener(host()));
      stage.addEventHandler(
          WindowEvent.WINDOW_HIDDEN,
          event -> {
            window.close();
            closed.countDown();
          });
      stage.show();
      LOG.info(
          "window visible after {} ms",
          Duration.between(LaunchTime.ofThisProcess(), Instant.now()).toMillis());
    } catch (RuntimeException e) {
      LOG.error("The window cannot open", e);
      refuse(e, closed);
    }
  }

  /** A catalog that cannot be opened is told in a window too: there may be no terminal. */
  private static void refuse(Throwable thrown, CountDownLatch closed) {
    Stage stage = new Stage();
    VBox content =
        Layout.column(
            Layout.BETWEEN,
            Words.title("Deltaworks cannot open"),
            new FailedState(Content.problemOf(thrown)),
            Layout.row(Layout.spacer(), Buttons.main("Close", stage::hide)));
    content.setPadding(new Insets(Layout.AROUND));
    Scene scene = new Scene(content, 640, 300);
    new Theme(Appearance.SYSTEM).style(scene);
    stage.setTitle("Deltaworks");
    stage.setScene(scene);
    stage.setOnHidden(event -> closed.countDown());
    stage.show();
  }

  /** The door to other programs hangs on an application object; it needs no launch. */
  private static HostServices host() {
    return new Application() {
      @Override
      public void start(Stage stage) {}
    }.getHostServices();
  }
}
