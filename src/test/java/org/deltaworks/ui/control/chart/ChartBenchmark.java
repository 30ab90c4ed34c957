package org.deltaworks.ui.control.chart;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.layout.VBox;
import javafx.scene.robot.Robot;
import org.deltaworks.ui.fx.Appearance;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.ScreenThread;
import org.deltaworks.ui.fx.SeriesStyle;
import org.deltaworks.ui.harness.Window;

/**
 * Measures how smoothly the chart goes on while it grows: four curves of a million points, each by
 * 200 points a second, which come over the same bridge to the window's thread as those of a run.
 * Ten seconds each: looked at, with the mouse moving over it, zoomed in and out by the wheel, and
 * zoomed to its last thousand steps. Run it with {@code mvn -q test-compile
 * exec:exec@chart-benchmark}; {@code -Dbenchmark="100000 3 narrow"} takes fewer points and seconds,
 * and leaves the wide window out.
 *
 * <p>The bar is 60 frames a second (median) and 99 of 100 gaps below 25 ms at 1280 x 720. The wide
 * window is told for information: it has the width of a 4K screen, and as much of its height as the
 * screen without a display has.
 */
final class ChartBenchmark {
  private static final int WARM_UP_SECONDS = 3;
  private static final long FEED_NANOS = 5_000_000;

  /** What a person does meanwhile. */
  private enum Doing {
    LOOKING,
    HOVERING,
    ZOOMING,
    WATCHING_THE_END
  }

  private final List<ChartSeries> series;
  private final LossChart chart = new LossChart("loss");
  private int step;

  private ChartBenchmark(int points) {
    series =
        IntStream.range(0, 4)
            .mapToObj(i -> new ChartSeries("run-" + i, SeriesStyle.values()[i]))
            .toList();
    while (step < points) {
      grow();
    }
  }

  /** Arguments: points of each curve, seconds, anything to leave the wide window out. */
  public static void main(String[] arguments) throws Exception {
    int points = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
    Window.require();
    run(1280, 720, points, seconds);
    if (arguments.length < 3) {
      run(3840, 990, points, seconds);
    }
    Platform.exit();
  }

  /** Measures everything in a window of this size. */
  static List<FrameWatch> run(int width, int height, int points, int seconds) throws Exception {
    ChartBenchmark benchmark = Window.onScreen(() -> new ChartBenchmark(points));
    try (Window window = Window.open(Appearance.LIGHT, width, height, benchmark::page)) {
      long start = System.nanoTime();
      Window.act(() -> benchmark.chart.setSeries(benchmark.series));
      window.pulse();
      System.out.printf(
          Locale.ROOT,
          "%d x %d, 4 curves of %,d points; first picture after %.0f ms%n",
          width,
          height,
          points,
          (System.nanoTime() - start) / 1e6);
      FrameWatch[] watches = new FrameWatch[Doing.values().length];
      for (Doing doing : Doing.values()) {
        benchmark.during(doing, window, WARM_UP_SECONDS);
        watches[doing.ordinal()] = benchmark.during(doing, window, seconds);
        System.out.printf("%-17s%s%n", doing, watches[doing.ordinal()].line());
      }
      return List.of(watches);
    }
  }

  private VBox page() {
    VBox page = Layout.column(Layout.grow(Layout.card(chart)));
    page.setPadding(new Insets(Layout.AROUND));
    return page;
  }

  private FrameWatch during(Doing doing, Window window, int seconds) {
    FrameWatch watch = Window.onScreen(() -> watch(doing, window));
    Robot robot = Window.onScreen(Robot::new);
    Consumer<Integer> feed =
        ScreenThread.platform()
            .gathering(
                ticks -> {
                  ticks.forEach(tick -> grow());
                  chart.changed();
                });
    long start = System.nanoTime();
    long end = start + TimeUnit.SECONDS.toNanos(seconds);
    for (int tick = 1; System.nanoTime() < end; tick++) {
      feed.accept(tick);
      int now = tick;
      if (doing == Doing.HOVERING && tick % 2 == 0) {
        Platform.runLater(() -> robot.mouseMove(place(now / 2 % 400 / 400.0)));
      } else if (doing == Doing.ZOOMING && tick % 8 == 0) {
        Platform.runLater(() -> wheel(robot, now / 8 % 60 < 30 ? -1 : 1));
      }
      LockSupport.parkNanos(start + tick * FEED_NANOS - System.nanoTime());
    }
    Window.act(watch::stop);
    return watch;
  }

  private FrameWatch watch(Doing doing, Window window) {
    chart
        .model()
        .zoom(doing == Doing.WATCHING_THE_END ? new Range(step - 1_000, step + 4_000) : null, null);
    FrameWatch watch = new FrameWatch(window.stage().getScene());
    chart.plot().accessibleTextProperty().addListener((property, old, now) -> watch.redrawn());
    watch.start();
    return watch;
  }

  private void wheel(Robot robot, int amount) {
    robot.mouseMove(place(0.7));
    robot.mouseWheel(amount);
  }

  private Point2D place(double share) {
    Bounds b = chart.plot().getBoundsInLocal();
    return chart.plot().localToScreen(b.getWidth() * (0.1 + 0.8 * share), b.getHeight() / 2);
  }

  /** One more step of each run: a loss that falls and is noisy. */
  private void grow() {
    step++;
    for (ChartSeries one : series) {
      Random noise = new Random(step * 31L + one.name().hashCode());
      double loss = 0.5 + 2.5 * Math.exp(-step / 200_000.0) + 0.2 * noise.nextGaussian();
      one.steps().append(step, loss);
    }
  }
}
