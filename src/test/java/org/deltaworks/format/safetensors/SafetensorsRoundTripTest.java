package org.deltaworks.format.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.platform.FileTree;
import org.jspecify.annotations.Nullable;

class SafetensorsRoundTripTest {
  private static @Nullable Path folder;

  private final SafetensorsReader reader = new SafetensorsReader();
  private final SafetensorsWriter writer = new SafetensorsWriter();

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("safetensors");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    FileTree.delete(java.util.Objects.requireNonNull(folder));
  }

  private static Path file(String name) {
    return java.util.Objects.requireNonNull(folder).resolve(name);
  }

  /** Names of the tensors are their places in the list. */
  record Tensor(List<Long> shape, float[] numbers) {}

  @Provide
  Arbitrary<List<Tensor>> tensors() {
    Arbitrary<List<Long>> shapes = Arbitraries.longs().between(0, 5).list().ofMaxSize(3);
    return Combinators.combine(shapes, Arbitraries.randomValue(r -> r.nextInt()))
        .as(
            (shape, seed) -> {
              int count = shape.stream().reduce(1L, Math::multiplyExact).intValue();
              float[] numbers = new float[count];
              java.util.Random random = new java.util.Random(seed);
              for (int i = 0; i < count; i++) {
                numbers[i] = Float.intBitsToFloat(random.nextInt());
              }
              return new Tensor(shape, numbers);
            })
        .list()
        .ofMaxSize(6);
  }

  @Property(tries = 200)
  void whatIsWrittenIsRead(@ForAll("tensors") List<Tensor> tensors) {
    Path file = file("round.safetensors");
    List<OutgoingTensor> outgoing = new ArrayList<>();
    for (int i = 0; i < tensors.size(); i++) {
      outgoing.add(
          OutgoingTensor.of("t\"é." + i, tensors.get(i).shape(), tensors.get(i).numbers()));
    }
    writer.write(file, outgoing);
    SafetensorsHeader header = reader.read(file);
    assertThat(header.dataStart() % 8).isZero();
    assertThat(header.tensors()).hasSameSizeAs(tensors);
    for (int i = 0; i < tensors.size(); i++) {
      StoredTensor stored =
          header.stored(header.find("t\"é." + i).orElseThrow(), "x").orElseThrow();
      assertThat(stored.shape()).isEqualTo(tensors.get(i).shape());
      assertThat(bits(new TensorNumbers().read(stored))).isEqualTo(bits(tensors.get(i).numbers()));
      int count = tensors.get(i).numbers().length;
      float[] rest = Arrays.copyOfRange(tensors.get(i).numbers(), count / 2, count);
      assertThat(bits(new TensorNumbers().read(stored, count / 2, rest.length)))
          .isEqualTo(bits(rest));
    }
  }

  @Property(tries = 400)
  void aDamagedHeaderIsAProblemAndNothingElse(
      @ForAll @IntRange(max = 400) int place, @ForAll byte value, @ForAll boolean cut)
      throws IOException {
    Path file = file("damaged.safetensors");
    writer.write(
        file,
        List.of(
            OutgoingTensor.of("model.a", List.of(2L, 3L), new float[6]),
            OutgoingTensor.of("model.b", List.of(4L), new float[4])));
    byte[] whole = Files.readAllBytes(file);
    int at = place % whole.length;
    byte[] damaged = cut ? Arrays.copyOf(whole, at) : whole.clone();
    if (!cut) {
      damaged[at] = value;
    }
    Files.write(file, damaged);
    try {
      SafetensorsHeader header = reader.read(file);
      assertThat(cut).as("a truncated file is never read").isFalse();
      header.stored().forEach(t -> new TensorNumbers().read(t));
    } catch (ProblemException told) {
      assertThat(told.problem().remedy()).isNotBlank();
    }
  }

  @net.jqwik.api.Example
  void nothingAppearsWhenATensorGivesTooLittle() {
    Path file = file("short.safetensors");
    assertThatThrownBy(
            () ->
                writer.write(
                    file, List.of(OutgoingTensor.of("x", List.of(5L), new float[] {1, 2}))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs 20");
    assertThat(file).doesNotExist();
    assertThat(java.util.Objects.requireNonNull(folder).toFile().list())
        .noneMatch(name -> name.contains("short"));
  }

  private static int[] bits(float[] numbers) {
    int[] bits = new int[numbers.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(numbers[i]);
    }
    return bits;
  }
}
