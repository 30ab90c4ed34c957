package org.deltaworks.ui.control.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.deltaworks.ui.fx.Appearance;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.SeriesStyle;
import org.deltaworks.ui.harness.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LossChartTest {
  private final LossChart chart = chart();
  private final Window window = Window.open(Appearance.LIGHT, 900, 460, this::content);

  @AfterEach
  void close() {
    window.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Appearance.class,
      names = {"LIGHT", "DARK"})
  void looks(Appearance appearance) {
    open(appearance, List.of(series("pirate-4", SeriesStyle.BLUE, 180, 1)));
    Window.act(
        () -> {
          chart.setExpectedEnd(400);
          chart.setFlags(List.of(new ChartFlag(60, "checkpoint"), new ChartFlag(120, "best")));
        });
    window.pointAt(chart.plot(), 0.5, 0.5);
    String theme = appearance.name().toLowerCase(java.util.Locale.ROOT);
    window.picture("gallery/chart-one-" + theme);
    Window.act(
        () ->
            chart.setSeries(
                List.of(
                    series("pirate-3", SeriesStyle.BLUE, 1500, 1),
                    series("pirate-4", SeriesStyle.VERMILLION, 1200, 2),
                    series("house-1", SeriesStyle.GREEN, 2000, 3))));
    window.picture("gallery/chart-three-" + theme);
    assertThat(Window.onScreen(() -> chart.plot().getAccessibleText())).contains("house-1: from");
  }

  @Test
  void draggingZoomsInAndADoubleClickGoesBack() {
    open(Appearance.LIGHT, List.of(series("run", SeriesStyle.BLUE, 100, 1)));
    Range whole = Window.onScreen(() -> chart.model().xRange());
    window.drag(chart.plot(), 0.3, 0.5, 0.6, 0.5);
    Range part = Window.onScreen(() -> chart.model().xRange());
    assertThat(part.width()).isLessThan(whole.width() * 0.5);
    assertThat(part.min()).isBetween(15.0, 40.0);
    window.doubleClick(chart.plot());
    assertThat(Window.onScreen(() -> chart.model().xRange())).isEqualTo(whole);
  }

  @Test
  void theKeyboardZoomsToo() {
    open(Appearance.LIGHT, List.of(series("run", SeriesStyle.BLUE, 100, 1)));
    Range whole = Window.onScreen(() -> chart.model().xRange());
    Window.act(() -> chart.plot().requestFocus());
    window.press(KeyCode.EQUALS);
    assertThat(Window.onScreen(() -> chart.model().xRange()).width()).isLessThan(whole.width());
    window.press(KeyCode.ESCAPE);
    assertThat(Window.onScreen(() -> chart.model().xRange())).isEqualTo(whole);
  }

  @Test
  void hidingASeriesInTheLegendTakesItOutOfTheSentence() {
    open(
        Appearance.LIGHT,
        List.of(
            series("pirate", SeriesStyle.BLUE, 10, 1), series("house", SeriesStyle.GREEN, 10, 2)));
    window.click(window.find(LegendEntry.class).getFirst());
    assertThat(Window.onScreen(chart::sentence)).contains("house").doesNotContain("pirate");
  }

  @Test
  void itIsExportedAsPictureDrawingAndNumbers() {
    open(Appearance.LIGHT, List.of(series("run", SeriesStyle.BLUE, 100, 1)));
    List<String> kinds = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    Window.act(
        () ->
            chart
                .exportItems(
                    (kind, contents) -> {
                      kinds.add(kind);
                      sizes.add(contents.length);
                    })
                .forEach(MenuItem::fire));
    assertThat(kinds).containsExactly("png", "svg", "csv");
    assertThat(sizes).allMatch(size -> size > 1000);
  }

  @Test
  void aHundredThousandPointsDoNotHoldUpTheScreen() {
    ChartSeries large = new ChartSeries("run", SeriesStyle.BLUE);
    open(Appearance.LIGHT, List.of(large));
    Random random = new Random(1);
    for (int i = 1; i <= 100_000; i++) {
      int step = i;
      double loss = 3 * Math.exp(-i / 20_000.0) + random.nextDouble();
      large.steps().append(step, loss);
    }
    long start = System.nanoTime();
    for (int i = 0; i < 10; i++) {
      Window.act(chart::changed);
      window.pulse();
    }
    // Generous: a machine under load still draws ten pictures in this time, polylines would not.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    window.picture("gallery/chart-100000");
  }

  private void open(Appearance appearance, List<ChartSeries> series) {
    Window.act(
        () -> {
          window.theme().appearanceProperty().set(appearance);
          chart.setSeries(series);
        });
    window.pulse();
  }

  private static LossChart chart() {
    Window.require();
    return Window.onScreen(() -> new LossChart("loss"));
  }

  private Parent content() {
    VBox page = Layout.column(Layout.grow(Layout.card(chart)));
    page.setPadding(new Insets(Layout.AROUND));
    return page;
  }

  private static ChartSeries series(String name, SeriesStyle style, int steps, int seed) {
    ChartSeries series = new ChartSeries(name, style);
    Random random = new Random(seed);
    for (int i = 1; i <= steps; i++) {
      double loss = 0.5 + seed * 0.1 + 2.2 * Math.exp(-4.0 * i / steps);
      series.steps().append(i, loss + 0.25 * random.nextGaussian() * loss);
      if (i % Math.max(1, steps / 6) == 0) {
        series.evaluations().append(i, loss + 0.08);
      }
    }
    return series;
  }
}
