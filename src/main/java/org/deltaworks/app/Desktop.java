package org.deltaworks.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.HostServices;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.deltaworks.platform.DesktopNotice;
import org.deltaworks.platform.Folders;
import org.deltaworks.platform.LaunchTime;
import org.deltaworks.platform.Machine;
import org.deltaworks.platform.MachineProbe;
import org.deltaworks.platform.OnlyWindow;
import org.deltaworks.service.Workbench;
import org.deltaworks.ui.control.Buttons;
import org.deltaworks.ui.control.FailedState;
import org.deltaworks.ui.control.SystemFilePicker;
import org.deltaworks.ui.control.SystemOpener;
import org.deltaworks.ui.fx.Appearance;
import org.deltaworks.ui.fx.Content;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Theme;
import org.deltaworks.ui.fx.Words;
import org.deltaworks.ui.shell.MachineStatus;
import org.deltaworks.ui.shell.Section;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program as a window. The screen and the catalog open at the same time, each on its own
 * thread, because a person waits for both.
 */
public final class Desktop {
  private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);

  /** A window that is still opening on a busy machine answers late. */
  private static final Duration ANSWER = Duration.ofSeconds(15);

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
   * Opens the window on a home folder and returns when it was closed; where there is one on it
   * already, brings that to the front instead and returns at once.
   *
   * @param home what {@code --home} says
   * @return 0, or 1 if the window could not open
   */
  public static int run(Optional<Path> home) {
    try {
      Optional<OnlyWindow> only = OnlyWindow.claim(Folders.find(home).home(), ANSWER);
      if (only.isEmpty()) {
        System.err.println("Deltaworks is open already: its window comes to the front.");
        return 0;
      }
      try (OnlyWindow mine = only.get()) {
        return run(home, mine);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static int run(Optional<Path> home, OnlyWindow only) {
    Platform.startup(() -> {});
    // Ends when the window was closed, not when JavaFX sees no window for a moment.
    Platform.setImplicitExit(false);
    CountDownLatch closed = new CountDownLatch(1);
    try (Composition composition = Composition.open(home)) {
      Platform.runLater(() -> show(composition.workbench(), only, closed));
      closed.await();
      return 0;
    } catch (RuntimeException e) {
      LOG.error("The window cannot open", e);
      Platform.runLater(() -> refuse(e, closed));
      waitFor(closed);
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    } finally {
      Platform.exit();
    }
  }

  private static void waitFor(CountDownLatch closed) {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void show(Workbench work, OnlyWindow only, CountDownLatch closed) {
    try {
      Stage stage = new Stage();
      DesktopWindow window =
          new DesktopWindow(
              stage,
              work,
              machine(work),
              new SystemFilePicker(),
              new SystemOpener(host()),
              DesktopNotice::show);
      stage.addEventHandler(
          WindowEvent.WINDOW_HIDDEN,
          event -> {
            window.close();
            closed.countDown();
          });
      stage.show();
      only.listen(() -> Platform.runLater(() -> bringToFront(stage)));
      FirstFrame.then(Desktop::tellVisible);
    } catch (RuntimeException e) {
      LOG.error("The window cannot open", e);
      refuse(e, closed);
    }
  }

  /** WindowStartBenchmark waits for this line. */
  private static void tellVisible() {
    LOG.info(
        "window visible after {} ms",
        Duration.between(LaunchTime.ofThisProcess(), Instant.now()).toMillis());
  }

  /** Some systems only blink for a window that asks; one that is above all others they show. */
  private static void bringToFront(Stage stage) {
    stage.setIconified(false);
    stage.setAlwaysOnTop(true);
    stage.toFront();
    stage.requestFocus();
    stage.setAlwaysOnTop(false);
    LOG.info("another start brought the window to the front");
  }

  /**
   * Opens the window out of sight, lets it draw each of its screens, and closes it: what a
   * self-test asks of an installed copy. Only in a process that opens no other window.
   *
   * @throws IllegalStateException if nothing was drawn
   */
  public static void tryOut(Workbench work) throws Exception {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    CompletableFuture<Boolean> drawn = new CompletableFuture<>();
    Platform.startup(
        () -> {
          try {
            Stage stage = new Stage();
            DesktopWindow window =
                new DesktopWindow(
                    stage,
                    work,
                    machine(work),
                    new SystemFilePicker(),
                    new SystemOpener(host()),
                    (title, text) -> {});
            stage.show();
            boolean all = true;
            for (Section section : Section.values()) {
              window.shell().go(section.place());
              all &= stage.getScene().snapshot(null).getWidth() > 0;
            }
            window.close();
            stage.hide();
            drawn.complete(all);
          } catch (RuntimeException e) {
            drawn.completeExceptionally(e);
          }
        });
    try {
      if (!drawn.get(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the window is empty");
      }
    } finally {
      Platform.exit();
    }
  }

  private static Supplier<MachineStatus> machine(Workbench work) {
    MachineProbe probe = new MachineProbe();
    return () -> {
      Machine now = probe.look();
      int asked = work.settings().current().threads();
      int threads = asked > 0 ? asked : now.cores();
      return new MachineStatus(
          "Engine ready, " + Figures.counted(threads, "thread"),
          now.totalMemory() - now.availableMemory(),
          now.totalMemory());
    };
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
