package org.deltaworks.ui.control.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.deltaworks.ui.fx.SeriesStyle;
import org.junit.jupiter.api.Test;

class ChartPartsTest {
  @Test
  void aCurveGrowsAndFindsItsPoints() {
    Curve curve = new Curve();
    for (int i = 1; i <= 1000; i++) {
      curve.append(i * 10, i);
    }
    curve.append(10_000, -1);
    assertThat(curve.size()).isEqualTo(1000);
    assertThat(curve.at(5)).isEqualTo(-1);
    assertThat(curve.at(10)).isZero();
    assertThat(curve.at(19)).isZero();
    assertThat(curve.nearest(16)).isEqualTo(1);
    assertThat(curve.nearest(99_999)).isEqualTo(999);
    assertThat(curve.lowest()).isZero();
  }

  @Test
  void smoothingOfAConstantIsTheConstantFromTheFirstPointOn() {
    Curve raw = new Curve();
    Smoothing smoothing = new Smoothing(raw);
    for (int i = 0; i < 50; i++) {
      raw.append(i, 3);
      Curve smooth = smoothing.with(0.9);
      assertThat(smooth.y(i)).isCloseTo(3, within(1e-9));
    }
  }

  @Test
  void smoothingLeavesAStraightLineAsItIsAlsoAtItsEnds() {
    Curve raw = new Curve();
    for (int i = 0; i < 60; i++) {
      raw.append(i, 5 - 0.05 * i);
    }
    Curve smooth = new Smoothing(raw).with(0.9);
    for (int i = 0; i < 60; i++) {
      assertThat(smooth.y(i)).isCloseTo(raw.y(i), within(1e-9));
    }
  }

  @Test
  void smoothingCalmsNoise() {
    Curve raw = new Curve();
    java.util.Random random = new java.util.Random(7);
    for (int i = 0; i < 1000; i++) {
      raw.append(i, random.nextGaussian());
    }
    Curve smooth = new Smoothing(raw).with(0.95);
    double sum = 0;
    for (int i = 0; i < 1000; i++) {
      sum += smooth.y(i) * smooth.y(i);
    }
    assertThat(Math.sqrt(sum / 1000)).isLessThan(0.3);
  }

  @Test
  void smoothingGrownStepByStepEqualsSmoothingAtOnce() {
    Curve raw = new Curve();
    Smoothing grown = new Smoothing(raw);
    for (int i = 0; i < 100; i++) {
      raw.append(i, Math.sin(i));
      grown.with(0.8);
    }
    Curve once = new Smoothing(raw).with(0.8);
    for (int i = 0; i < 100; i++) {
      assertThat(grown.with(0.8).y(i)).isEqualTo(once.y(i));
    }
  }

  @Test
  void smoothingPassesOverWhatIsNotANumber() {
    Curve raw = new Curve();
    raw.append(1, 2);
    raw.append(2, Double.NaN);
    raw.append(3, 2);
    Curve smooth = new Smoothing(raw).with(0.5);
    assertThat(smooth.size()).isEqualTo(2);
    assertThat(smooth.y(1)).isCloseTo(2, within(1e-9));
  }

  @Property
  void anAxisFindsItsValuesBack(
      @ForAll @DoubleRange(min = 0.01, max = 100) double low,
      @ForAll @DoubleRange(min = 1.1, max = 1000) double factor,
      @ForAll @DoubleRange(min = 0, max = 1) double share,
      @ForAll boolean log) {
    Axis axis = new Axis(new Range(low, low * factor), log, 300, 10);
    double value = low + share * (low * factor - low);
    assertThat(axis.value(axis.pixel(value))).isCloseTo(value, within(value * 1e-9));
    Range zoomed = axis.zoomed(value, 0.5);
    Axis closer = new Axis(zoomed, log, 300, 10);
    assertThat(closer.pixel(value)).isCloseTo(axis.pixel(value), within(1e-6));
  }

  @Property
  void ticksAreFewRoundAndInside(
      @ForAll @DoubleRange(min = -50, max = 50) double low,
      @ForAll @DoubleRange(min = 0.01, max = 1000) double width) {
    Range range = new Range(low, low + width);
    List<Double> ticks = new Axis(range, false, 0, 500).ticks(5);
    assertThat(ticks).hasSizeBetween(1, 6);
    double step = Axis.roundStep(width / 5);
    assertThat(step).isGreaterThanOrEqualTo(width / 5 * 0.999);
    assertThat(ticks)
        .allMatch(t -> t >= range.min() - step * 1e-6 && t <= range.max() + step * 1e-6)
        .allMatch(t -> Math.abs(t / step - Math.rint(t / step)) < 1e-6);
  }

  @Test
  void aLogAxisHasOnesTwosAndFives() {
    assertThat(new Axis(new Range(0.09, 5.5), true, 0, 500).ticks(5))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1)
        .containsExactly(0.1, 0.2, 0.5, 1.0, 2.0, 5.0);
  }

  @Test
  void theSentenceSaysFirstLastAndBest() {
    ChartModel model = falling();
    assertThat(ChartSentence.of(model))
        .isEqualTo(
            "pirate-4: from 3.00 at step 1 to 1.00 at step 3; lowest 0.500 at step 2."
                + " Held out: from 0.900 at step 3 to 0.900 at step 3.");
    assertThat(ChartSentence.of(new ChartModel())).isEqualTo("No steps yet.");
  }

  @Test
  void theTableHasExactNumbersAndGapsWhereThereIsNone() {
    assertThat(ChartFiles.csv(falling()))
        .isEqualTo("step,pirate-4,pirate-4 held out\n1,3.0,\n2,0.5,\n3,1.0,0.9\n");
  }

  @Test
  void theDrawingIsWellFormedAndHasTheCurve() throws Exception {
    ChartColours colours = new ChartColours(Color.WHITE, Color.BLACK, Color.GRAY, Color.LIGHTGRAY);
    ChartModel model = falling();
    model.flags.add(new ChartFlag(2, "checkpoint"));
    String svg = ChartFiles.svg(model, colours, 600, 300);
    var document =
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(document.getElementsByTagName("polyline").getLength()).isEqualTo(2);
    assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(1);
    assertThat(document.getElementsByTagName("path").getLength()).isEqualTo(1);
  }

  @Test
  void picturesAreReadBackPixelByPixel() throws IOException {
    int[] pixels = new int[37 * 21];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 0xFF000000 | (i * 7919 & 0xFFFFFF);
    }
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.encode(pixels, 37, 21)));
    assertThat(image.getRGB(0, 0, 37, 21, null, 0, 37)).isEqualTo(pixels);
  }

  private static ChartModel falling() {
    ChartModel model = new ChartModel();
    ChartSeries series = new ChartSeries("pirate-4", SeriesStyle.BLUE);
    series.steps().append(1, 3);
    series.steps().append(2, 0.5);
    series.steps().append(3, 1);
    series.evaluations().append(3, 0.9);
    model.series.add(series);
    return model;
  }
}
