package org.deltaworks.ui.control.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The smooth line, worked out block by block, is the one that its definition asks for. */
class SmoothingTest {
  @Property(tries = 60)
  void eachPlaceHasTheLineThatFitsAllPointsBest(
      @ForAll @IntRange(min = 2, max = 6_000) int size,
      @ForAll @DoubleRange(min = 0.2, max = 3.2) double windowPower,
      @ForAll long seed) {
    Curve raw = noisy(size, seed);
    double factor = 1 - 1 / (1 + Math.pow(10, windowPower));
    Curve smooth = new Smoothing(raw).with(factor);
    Random random = new Random(seed);
    for (int i = 0; i < 10; i++) {
      int place = i == 0 ? smooth.size() - 1 : random.nextInt(smooth.size());
      int point = raw.at(smooth.x(place));
      assertThat(smooth.y(place)).isCloseTo(fit(raw, point, factor), within(1e-7));
    }
  }

  @Property(tries = 40)
  void grownInPiecesEqualsAtOnce(
      @ForAll @IntRange(min = 10, max = 30_000) int size,
      @ForAll @DoubleRange(min = 0.2, max = 3.2) double windowPower,
      @ForAll long seed) {
    Curve whole = noisy(size, seed);
    double factor = 1 - 1 / (1 + Math.pow(10, windowPower));
    Curve raw = new Curve();
    Smoothing grown = new Smoothing(raw);
    Random random = new Random(seed);
    for (int i = 0; i < size; i++) {
      raw.append(whole.x(i), whole.y(i));
      if (random.nextInt(1 + size / 20) == 0) {
        grown.with(factor);
      }
    }
    Curve once = new Smoothing(whole).with(factor);
    Curve pieces = grown.with(factor);
    assertThat(pieces.size()).isEqualTo(once.size());
    for (int i = 0; i < once.size(); i++) {
      assertThat(pieces.x(i)).isEqualTo(once.x(i));
      assertThat(pieces.y(i)).isCloseTo(once.y(i), within(1e-9));
    }
  }

  @Test
  void aLongWindowIsWorkedOutAtAFewPlacesAndNothingIsSeenOfThat() {
    Curve raw = noisy(200_000, 5);
    double window = 10_000;
    Curve smooth = new Smoothing(raw).with(1 - 1 / window);
    assertThat(smooth.size()).isLessThan(1_000);
    for (int point = 1_000; point < raw.size(); point += 19_999) {
      // Noise of 0.2: a curve that is 400 pixels high shows differences of 0.01 at best.
      assertThat(smooth.between(raw.x(point)))
          .isCloseTo(fit(raw, point, 1 - 1 / window), within(0.001));
    }
    assertThat(smooth.x(smooth.size() - 1)).isEqualTo(raw.x(raw.size() - 1));
  }

  /** The definition: the best straight line by weights, at its middle. */
  private static double fit(Curve raw, int at, double factor) {
    double w = 0;
    double d = 0;
    double dd = 0;
    double y = 0;
    double dy = 0;
    for (int i = 0; i < raw.size(); i++) {
      if (Double.isFinite(raw.y(i))) {
        double weight = Math.pow(factor, Math.abs(i - at));
        w += weight;
        d += weight * (i - at);
        dd += weight * (i - at) * (i - at);
        y += weight * raw.y(i);
        dy += weight * (i - at) * raw.y(i);
      }
    }
    double determinant = w * dd - d * d;
    return determinant > 1e-9 * w * w ? (dd * y - d * dy) / determinant : y / w;
  }

  private static Curve noisy(int size, long seed) {
    Random random = new Random(seed);
    Curve curve = new Curve();
    for (int i = 0; i < size; i++) {
      double value = 0.5 + 2.5 * Math.exp(-4.0 * i / size) + 0.2 * random.nextGaussian();
      curve.append(i, i > 0 && random.nextInt(50) == 0 ? Double.NaN : value);
    }
    return curve;
  }
}
