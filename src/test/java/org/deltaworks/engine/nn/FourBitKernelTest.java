package org.deltaworks.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.deltaworks.engine.reference.Engines;
import org.deltaworks.engine.reference.Reference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** NF4 with double quantisation, against numpy and against what must hold for any numbers. */
class FourBitKernelTest {
  /** Half of the widest gap between two levels: from -1 to -0.696. */
  private static final double HALF_A_GAP = (1 - 0.6961928009986877) / 2;

  private static final int BLOCK = 64;
  private static final int GROUP = 256;

  static final JsonNode CASES = Reference.json(golden()).get("cases");

  @SuppressWarnings("NullAway.Init")
  private static Workspace work;

  @BeforeAll
  @BeforeContainer
  static void open() {
    work = Workspace.open(Engines.torch(), Reference.of("llama").model().model().decoder());
  }

  @AfterAll
  @AfterContainer
  static void close() {
    work.close();
  }

  private static Path golden() {
    try {
      return Path.of(
          Objects.requireNonNull(FourBitKernelTest.class.getResource("nf4.json")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A weight in four bits, and what comes back of it. */
  private record Packed(byte[] codes, byte[] constants, float[] scales, float[] restored) {
    static Packed of(float[] numbers, int rows, int width) {
      try (NDManager scope = work.scope().newSubManager()) {
        NDArray weight = scope.create(numbers, new Shape(rows, width));
        NDList parts = work.kernels().all(scope, "quantised", weight);
        NDArray restored =
            work.kernels()
                .one(
                    scope,
                    "restored",
                    parts.get(0),
                    parts.get(1),
                    parts.get(2),
                    scope.create(width));
        assertThat(restored.getShape()).isEqualTo(new Shape(rows, width));
        return new Packed(
            parts.get(0).toByteArray(),
            parts.get(1).toByteArray(),
            parts.get(2).toFloatArray(),
            restored.toFloatArray());
      }
    }
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void everyBitIsThatOfNumpy(JsonNode expected) {
    int rows = expected.get("rows").intValue();
    int width = expected.get("width").intValue();
    float[] numbers = new float[rows * width];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(i, expected.get("kind").textValue());
    }
    Packed packed = Packed.of(numbers, rows, width);
    HexFormat hex = HexFormat.of();
    assertThat(hex.formatHex(packed.codes())).isEqualTo(expected.get("codes").textValue());
    assertThat(hex.formatHex(packed.constants())).isEqualTo(expected.get("constants").textValue());
    assertThat(packed.scales()).hasSameSizeAs(expected.get("scales"));
    for (int i = 0; i < packed.scales().length; i++) {
      assertThat(Float.floatToRawIntBits(packed.scales()[i]))
          .isEqualTo((int) expected.get("scales").get(i).longValue());
    }
    ByteBuffer bytes =
        ByteBuffer.wrap(hex.parseHex(expected.get("restored").textValue()))
            .order(ByteOrder.LITTLE_ENDIAN);
    float[] restored = new float[numbers.length];
    bytes.asFloatBuffer().get(restored);
    assertThat(packed.restored()).containsExactly(restored);
  }

  /** As the script beside the numbers makes them. */
  private static float number(long i, String kind) {
    if (kind.equals("zeros") || kind.equals("sparse") && i / BLOCK % 3 == 0) {
      return 0;
    }
    long a = (i * 7919 + 13) % 2003 - 1001;
    long b = (i * 104_729 + 7) % 1009;
    return (float) (a * b / Math.pow(2, 22 + i / 97 % 5));
  }

  @Property(tries = 60)
  void noNumberMovesFurtherThanHalfAGapAndItsMagnitudesRounding(
      @ForAll @IntRange(min = 1, max = 40) int rows,
      @ForAll @IntRange(min = 1, max = 400) int width,
      @ForAll @IntRange(min = -20, max = 20) int magnitude,
      @ForAll long seed) {
    float[] numbers = gaussian(rows * width, magnitude, seed);
    Packed packed = Packed.of(numbers, rows, width);
    int blocks = Math.ceilDiv(width, BLOCK);
    for (int i = 0; i < numbers.length; i++) {
      int row = i / width;
      int first = row * width + i % width / BLOCK * BLOCK;
      int last = Math.min(first + BLOCK, (row + 1) * width);
      float most = 0;
      for (int k = first; k < last; k++) {
        most = Math.max(most, Math.abs(numbers[k]));
      }
      int block = row * blocks + i % width / BLOCK;
      // A magnitude is too large or too small by half a step of its logarithm at the most.
      double half = 0.5 * packed.scales()[1 + block / GROUP] + 1e-5;
      double bound = most * Math.max(HALF_A_GAP * Math.exp(half), -Math.expm1(-half));
      assertThat(Math.abs(packed.restored()[i] - numbers[i]))
          .isLessThanOrEqualTo((float) (bound * (1 + 1e-5)));
    }
  }

  @Property(tries = 20)
  void theSameNumbersGiveTheSameBits(
      @ForAll @IntRange(min = 1, max = 300) int rows,
      @ForAll @IntRange(min = 1, max = 200) int width,
      @ForAll long seed) {
    float[] numbers = gaussian(rows * width, -5, seed);
    Packed once = Packed.of(numbers, rows, width);
    Packed again = Packed.of(numbers, rows, width);
    assertThat(again.codes()).isEqualTo(once.codes());
    assertThat(again.constants()).isEqualTo(once.constants());
    assertThat(again.scales()).isEqualTo(once.scales());
    assertThat(again.restored()).isEqualTo(once.restored());
  }

  @Property(tries = 20)
  void zeroStaysZeroWhereverItStands(
      @ForAll @IntRange(min = 1, max = 200) int width, @ForAll long seed) {
    float[] numbers = gaussian(6 * width, 0, seed);
    Random where = new Random(seed);
    for (int i = 0; i < numbers.length; i++) {
      if (i < width || where.nextInt(3) == 0) {
        numbers[i] = 0;
      }
    }
    float[] restored = Packed.of(numbers, 6, width).restored();
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] == 0) {
        assertThat(restored[i]).isZero();
      }
    }
  }

  @Test
  void equalRowsHaveEqualCodesInWhicheverChunkTheyAre() {
    int rows = 70;
    int width = 8200;
    float[] row = gaussian(width, -3, 5);
    float[] numbers = new float[rows * width];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(row, 0, numbers, i * width, width);
    }
    Packed whole = Packed.of(numbers, rows, width);
    int bytes = whole.codes().length / rows;
    byte[] first = Arrays.copyOf(whole.codes(), bytes);
    // A group of 256 blocks has every block of a row of 129 in it, but for the last group.
    for (int i : new int[] {31, 32, 33, 67}) {
      assertThat(Arrays.copyOfRange(whole.codes(), i * bytes, (i + 1) * bytes)).isEqualTo(first);
    }
  }

  /** Blocks of a matrix may differ a thousandfold, as they do where some inputs are hardly used. */
  @Test
  void smallBlocksBesideLargeOnesAreNoLessExact() {
    int blocks = 512;
    float[] numbers = gaussian(BLOCK * blocks, 0, 9);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] *= (float) Math.pow(10, -3.0 * (i / BLOCK * 37 % blocks) / blocks);
    }
    float[] restored = Packed.of(numbers, 8, BLOCK * blocks / 8).restored();
    for (int block = 0; block < blocks; block++) {
      double error = 0;
      double size = 0;
      for (int i = block * BLOCK; i < (block + 1) * BLOCK; i++) {
        error += Math.pow(restored[i] - numbers[i], 2);
        size += Math.pow(numbers[i], 2);
      }
      assertThat(Math.sqrt(error / size)).as("block %d", block).isLessThan(0.14);
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void whatIsNoNumberShowsInTheMean(float bad) {
    float[] numbers = gaussian(3 * 100, 0, 1);
    numbers[217] = bad;
    assertThat(Packed.of(numbers, 3, 100).scales()[0]).isNotFinite();
  }

  private static float[] gaussian(int count, int magnitude, long seed) {
    Random random = new Random(seed);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) Math.scalb(random.nextGaussian(), magnitude);
    }
    return numbers;
  }
}
