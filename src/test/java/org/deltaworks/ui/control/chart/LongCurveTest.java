package org.deltaworks.ui.control.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.deltaworks.ui.fx.SeriesStyle;
import org.junit.jupiter.api.Test;

/** A long curve is drawn from blocks; the picture is the one that looks at every point. */
class LongCurveTest {
  private static final int LEFT = 52;
  private static final int RIGHT = 252;

  @Property(tries = 300)
  void whatBlocksHoldIsWhatTheirPointsHold(
      @ForAll @IntRange(min = 1, max = 9_000) int size,
      @ForAll @IntRange(max = 9_000) int cut,
      @ForAll @DoubleRange(min = 0, max = 1) double from,
      @ForAll @DoubleRange(min = 0, max = 1) double to,
      @ForAll long seed) {
    Random random = new Random(seed);
    Curve curve = new Curve();
    List<Double> values = new ArrayList<>();
    grow(curve, values, size, random);
    if (cut < size) {
      curve.cut(cut);
      values.subList(cut, size).clear();
      grow(curve, values, size, random);
    }
    int first = (int) (Math.min(from, to) * size);
    int last = (int) (Math.max(from, to) * size);
    Span span = new Span();
    curve.gather(span, first, last);
    List<Double> finite = values.subList(first, last).stream().filter(Double::isFinite).toList();
    assertThat(span.empty()).isEqualTo(finite.isEmpty());
    if (!finite.isEmpty()) {
      assertThat(span.low()).isEqualTo(finite.stream().min(Double::compare).orElseThrow());
      assertThat(span.high()).isEqualTo(finite.stream().max(Double::compare).orElseThrow());
      assertThat(span.begin()).isEqualTo(finite.getFirst());
      assertThat(span.end()).isEqualTo(finite.getLast());
      assertThat(span.lowAboveZero())
          .isEqualTo(
              finite.stream()
                  .filter(v -> v > 0)
                  .min(Double::compare)
                  .orElse(Double.POSITIVE_INFINITY));
    }
    assertThat(curve.lowest())
        .isEqualTo(
            IntStream.range(0, values.size())
                .filter(i -> Double.isFinite(values.get(i)))
                .boxed()
                .min((a, b) -> Double.compare(values.get(a), values.get(b)))
                .orElse(-1));
  }

  @Property(tries = 200)
  void thePictureIsTheOneThatLooksAtEveryPoint(
      @ForAll @IntRange(min = 2, max = 5_000) int size,
      @ForAll @DoubleRange(min = 0, max = 0.98) double from,
      @ForAll @DoubleRange(min = 0.01, max = 1) double share,
      @ForAll boolean log,
      @ForAll long seed) {
    Curve curve = noisy(size, seed);
    double begin = 1 + from * size;
    Axis x = new Axis(new Range(begin, begin + Math.max(0.5, share * size)), false, LEFT, RIGHT);
    Axis y = new Axis(new Range(0.01, 9), log, 300, 20);
    BoxPen pen = new BoxPen();
    new CurvePainter(pen, x, y, false).line(curve, Color.BLACK, 1, List.of());
    TreeMap<Integer, double[]> wanted = everyPoint(curve, x, y);
    TreeMap<Integer, double[]> drawn = new TreeMap<>();
    for (BoxPen.Box box : pen.boxes) {
      drawn.put((int) box.x(), new double[] {box.y() + 0.5, box.y() + box.height() - 0.5});
    }
    assertThat(drawn).hasSameSizeAs(pen.boxes);
    assertThat(inside(drawn).keySet()).isEqualTo(inside(wanted).keySet());
    inside(wanted)
        .forEach(
            (column, ends) ->
                assertThat(drawn.get(column)).as("%s", column).containsExactly(ends, within(1e-6)));
  }

  @Test
  void aSingleSpikeAmongAMillionPointsIsThere() {
    Curve curve = new Curve();
    for (int i = 1; i <= 1_000_000; i++) {
      curve.append(i, i == 765_432 ? 8 : i == 123_456 ? 0.1 : 1);
    }
    Axis x = new Axis(new Range(0, 1_000_000), false, LEFT, RIGHT);
    Axis y = new Axis(new Range(0, 10), false, 300, 0);
    BoxPen pen = new BoxPen();
    new CurvePainter(pen, x, y, false).line(curve, Color.BLACK, 1, List.of());
    assertThat(pen.boxes).hasSize(RIGHT - LEFT + 1);
    assertThat(pen.boxes.get((int) (0.765432 * (RIGHT - LEFT))).y()).isEqualTo(y.pixel(8) - 0.5);
    BoxPen.Box low = pen.boxes.get((int) (0.123456 * (RIGHT - LEFT)));
    assertThat(low.y() + low.height()).isCloseTo(y.pixel(0.1) + 0.5, within(1e-9));
  }

  @Test
  void aHoleStaysAHoleAlsoInColumns() {
    Curve curve = new Curve();
    for (int i = 0; i <= 1_000; i++) {
      curve.append(i, i >= 400 && i < 600 ? Double.NaN : 1);
    }
    BoxPen pen = new BoxPen();
    Axis x = new Axis(new Range(0, 1_000), false, LEFT, RIGHT);
    new CurvePainter(pen, x, new Axis(new Range(0, 2), false, 300, 0), false)
        .line(curve, Color.BLACK, 1, List.of());
    assertThat(pen.boxes).noneMatch(box -> box.x() > x.pixel(400) && box.x() < x.pixel(599));
    assertThat(pen.boxes).hasSizeBetween(158, 164);
  }

  @Test
  void dashesAreMeasuredAlongTheLine() {
    BoxPen pen = new BoxPen();
    ColumnLine line = new ColumnLine(pen, Color.BLACK, 2, List.of(8.0, 4.0));
    IntStream.range(0, 24).forEach(column -> line.cover(column, 50, 50));
    line.finish();
    assertThat(pen.boxes.stream().map(box -> (int) (box.x() + 0.5)))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 12, 13, 14, 15, 16, 17, 18, 19);
  }

  @Test
  void theAxisHoldsWhatIsVisibleAndOnlyThat() {
    ChartModel model = new ChartModel();
    ChartSeries series = new ChartSeries("run", SeriesStyle.BLUE);
    for (int i = 1; i <= 100_000; i++) {
      series.steps().append(i, i == 70_000 ? 50 : i == 10 ? -3 : 1 + i * 1e-6);
    }
    model.series.add(series);
    assertThat(model.yRange().max()).isGreaterThan(50);
    model.log = true;
    assertThat(model.yRange().min()).isCloseTo(1.000001 / 1.1, within(1e-6));
    model.zoom(new Range(80_000, 90_000), null);
    assertThat(model.yRange().max()).isLessThan(1.3);
  }

  @Test
  void manyPointsOfAllCurvesTogetherAreDrawnInColumnsFewWithASmoothPen() {
    ChartColours colours = new ChartColours(Color.WHITE, Color.BLACK, Color.GRAY, Color.LIGHTGRAY);
    ChartModel model = new ChartModel();
    for (int i = 0; i < 4; i++) {
      ChartSeries series = new ChartSeries("run-" + i, SeriesStyle.values()[i]);
      IntStream.rangeClosed(1, 500).forEach(step -> series.steps().append(step, 1.0 / step));
      model.series.add(series);
    }
    BoxPen pen = new BoxPen();
    new ChartPainter(model, colours, 600, 300).paint(pen);
    assertThat(pen.lines).isZero();
    model.series.subList(2, 4).clear();
    new ChartPainter(model, colours, 600, 300).paint(pen);
    assertThat(pen.lines).isEqualTo(4);
  }

  private static void grow(Curve curve, List<Double> values, int size, Random random) {
    while (values.size() < size) {
      double value =
          switch (random.nextInt(20)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            default -> random.nextGaussian();
          };
      curve.append(values.size(), value);
      values.add(value);
    }
  }

  /** Steps of unequal distance, values that jump. */
  private static Curve noisy(int size, long seed) {
    Random random = new Random(seed);
    Curve curve = new Curve();
    double step = 0;
    for (int i = 0; i < size; i++) {
      step += random.nextInt(10) == 0 ? 1 + random.nextInt(20) : 0.5 + random.nextDouble();
      curve.append(step, 0.02 + 8 * random.nextDouble() * random.nextDouble());
    }
    return curve;
  }

  /** In each column the heights between which the straight pieces of the curve run. */
  private static TreeMap<Integer, double[]> everyPoint(Curve curve, Axis x, Axis y) {
    TreeMap<Integer, double[]> columns = new TreeMap<>();
    int first = Math.max(0, curve.at(x.range().min()));
    int last = Math.min(curve.size() - 1, curve.at(x.range().max()) + 1);
    for (int i = first; i <= last; i++) {
      double px = x.pixel(curve.x(i));
      double py = y.pixel(curve.y(i));
      widen(columns, (int) Math.floor(px), py);
      if (i == last) {
        break;
      }
      double nextX = x.pixel(curve.x(i + 1));
      double slope = (y.pixel(curve.y(i + 1)) - py) / (nextX - px);
      int end = Math.min((int) Math.floor(nextX), RIGHT + 20);
      for (int edge = Math.max((int) Math.floor(px) + 1, LEFT - 20); edge <= end; edge++) {
        widen(columns, edge - 1, py + slope * (edge - px));
        widen(columns, edge, py + slope * (edge - px));
      }
    }
    return columns;
  }

  private static void widen(TreeMap<Integer, double[]> columns, int column, double height) {
    double[] ends =
        columns.computeIfAbsent(
            column, c -> new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY});
    ends[0] = Math.min(ends[0], height);
    ends[1] = Math.max(ends[1], height);
  }

  private static TreeMap<Integer, double[]> inside(TreeMap<Integer, double[]> columns) {
    return new TreeMap<>(columns.subMap(LEFT, true, RIGHT, true));
  }
}
