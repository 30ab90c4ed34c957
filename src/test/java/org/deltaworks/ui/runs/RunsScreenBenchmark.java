package org.deltaworks.ui.runs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.TableRow;
import javafx.scene.layout.StackPane;
import org.deltaworks.catalog.CatalogBenchmark;
import org.deltaworks.domain.training.Run;
import org.deltaworks.platform.FileTree;
import org.deltaworks.ui.fx.Appearance;
import org.deltaworks.ui.harness.Places;
import org.deltaworks.ui.harness.Told;
import org.deltaworks.ui.harness.Window;
import org.deltaworks.ui.harness.Workplace;

/**
 * Measures what a person waits for at the screen of runs when the catalog holds 10,000 runs of
 * 1,000 points: from the click to the drawn list, and how long the window's thread is held up while
 * the list is open and a run goes on. Run it with {@code mvn -q test-compile
 * exec:exec@runs-screen-benchmark}; a smaller one takes {@code -Dcatalog.runs=1000}.
 */
final class RunsScreenBenchmark {
  private static final int VISITS = 10;
  private static final Duration WATCHED = Duration.ofSeconds(5);

  private RunsScreenBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    int runs = Integer.parseInt(arguments[0]);
    int points = Integer.parseInt(arguments[1]);
    Window.require();
    Path folder = Files.createTempDirectory("runs-screen-benchmark");
    try (Workplace work = new Workplace(folder)) {
      CatalogBenchmark.fill(work.folders(), runs, points);
      System.out.printf(
          "%,d runs of %,d points, %,d MB%n",
          runs, points, Files.size(work.folders().catalog()) / 1_000_000);
      measure(work);
    } finally {
      FileTree.delete(folder);
    }
    Platform.exit();
  }

  private static void measure(Workplace work) throws InterruptedException {
    Run live = work.running("live", 10, 1_000);
    StackPane place = Window.onScreen(StackPane::new);
    try (Window window = Window.open(Appearance.LIGHT, 1080, 772, () -> place)) {
      RunsViewModel model = model(work);
      RunsView view = Window.onScreen(() -> new RunsView(model, queue(work), new Places()));
      System.out.printf(
          "opening the screen, the first time     %8.0f ms%n", open(window, place, view, model));
      double[] milliseconds = new double[VISITS];
      for (int i = 0; i < VISITS; i++) {
        Window.act(
            () -> {
              model.hide();
              place.getChildren().clear();
            });
        window.pulse();
        milliseconds[i] = open(window, place, view, model);
      }
      Arrays.sort(milliseconds);
      System.out.printf(
          "coming back to it, median of %d        %8.0f ms, worst %.0f ms%n",
          VISITS, milliseconds[VISITS / 2], milliseconds[VISITS - 1]);
      watch(work, live);
      Window.act(model::hide);
    }
  }

  private static QueueViewModel queue(Workplace work) {
    return new QueueViewModel(work.queue(), work.background(), new Told());
  }

  private static RunsViewModel model(Workplace work) {
    return new RunsViewModel(work.runs(), work.resumption(), work.background(), new Told());
  }

  /** From the click to the moment the rows are laid out and the next frame was asked for. */
  private static double open(Window window, StackPane place, RunsView view, RunsViewModel model)
      throws InterruptedException {
    long start = System.nanoTime();
    Window.act(
        () -> {
          place.getChildren().setAll((Parent) view.node());
          model.show();
        });
    while (window.find(TableRow.class).stream().allMatch(TableRow::isEmpty)) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    window.pulse();
    return (System.nanoTime() - start) / 1e6;
  }

  /**
   * The longest time that something sent to the window's thread had to wait, while steps come in.
   */
  private static void watch(Workplace work, Run live) throws InterruptedException {
    AtomicLong worst = new AtomicLong();
    AtomicBoolean over = new AtomicBoolean();
    Thread prober =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!over.get()) {
                    long sent = System.nanoTime();
                    Window.act(() -> worst.accumulateAndGet(System.nanoTime() - sent, Math::max));
                  }
                });
    long end = System.nanoTime() + WATCHED.toNanos();
    for (int step = 11; System.nanoTime() < end; step++) {
      work.steps(live, step, step, 1_000);
      TimeUnit.MILLISECONDS.sleep(50);
    }
    over.set(true);
    prober.join();
    System.out.printf(
        "longest wait for the window's thread while a run goes on %.0f ms%n", worst.get() / 1e6);
  }
}
