package org.deltaworks.format.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.deltaworks.domain.models.ModelStore.FileCheck;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.format.safetensors.OutgoingTensor;
import org.deltaworks.format.safetensors.SafetensorsReader;
import org.deltaworks.format.safetensors.SafetensorsWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightCheckTest {
  @TempDir Path folder;

  private final WeightCheck check = new WeightCheck(new SafetensorsReader());

  @Test
  void hashesTheWholeFileAndFindsNothingInGoodWeights() throws Exception {
    float[] numbers = new float[1_500_000];
    numbers[7] = Float.MAX_VALUE;
    Path file = write(OutgoingTensor.of("a", List.of((long) numbers.length), numbers));
    AtomicLong last = new AtomicLong();
    FileCheck result = check.check(file, () -> false, last::set);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    assertThat(result.sha256()).isEqualTo(HexFormat.of().formatHex(hash));
    assertThat(result.notFinite()).isEmpty();
    assertThat(result.size()).isEqualTo(Files.size(file));
    assertThat(last.get()).isEqualTo(Files.size(file));
  }

  @Test
  void namesTheFirstTensorWithANumberThatIsNotFinite() throws IOException {
    float[] numbers = new float[1_500_000];
    numbers[numbers.length - 1] = Float.NaN;
    Path file =
        write(
            OutgoingTensor.of("good", List.of(3L), new float[3]),
            OutgoingTensor.of("bad", List.of((long) numbers.length), numbers),
            OutgoingTensor.of("worse", List.of(1L), new float[] {Float.NEGATIVE_INFINITY}));
    assertThat(check.check(file, () -> false, bytes -> {}).notFinite()).contains("bad");
  }

  @ParameterizedTest
  @CsvSource({"F16,0x7c00,true", "F16,0x7bff,false", "BF16,0x7f80,true", "BF16,0x7f7f,false"})
  void knowsTheHalves(StoredTensor.Type type, String bits, boolean bad) throws IOException {
    short number = Integer.decode(bits).shortValue();
    Path file =
        write(
            new OutgoingTensor(
                "h",
                type,
                List.of(1L),
                sink ->
                    sink.put(
                        ByteBuffer.allocate(2)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putShort(number)
                            .flip())));
    assertThat(check.check(file, () -> false, bytes -> {}).notFinite().isPresent()).isEqualTo(bad);
  }

  @Test
  void canBeCancelled() throws IOException {
    Path file = write(OutgoingTensor.of("a", List.of(4L), new float[4]));
    assertThatThrownBy(() -> check.check(file, () -> true, bytes -> {}))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void severalFilesHaveOneHashWhateverTheirOrder() {
    FileCheck one = new FileCheck("/m/a.safetensors", 1, 1, "aa", java.util.Optional.empty());
    FileCheck two = new FileCheck("/m/b.safetensors", 1, 1, "bb", java.util.Optional.empty());
    assertThat(WeightCheck.combined(List.of(one))).isEqualTo("aa");
    assertThat(WeightCheck.combined(List.of(one, two)))
        .isEqualTo(WeightCheck.combined(List.of(two, one)))
        .hasSize(64);
  }

  private Path write(OutgoingTensor... tensors) throws IOException {
    Path file = folder.resolve("model.safetensors");
    new SafetensorsWriter().write(file, List.of(tensors));
    return file;
  }
}
