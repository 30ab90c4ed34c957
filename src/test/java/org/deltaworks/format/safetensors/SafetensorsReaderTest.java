package org.deltaworks.format.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsReaderTest {
  @TempDir Path folder;

  private final SafetensorsReader reader = new SafetensorsReader();

  @Test
  void readsWhatPythonWrote() {
    SafetensorsHeader header =
        reader.read(SharedData.at("models/stories260K-hf/model.safetensors"));
    assertThat(header.metadata()).containsEntry("format", "pt");
    SafetensorsHeader.Entry embedding = header.find("model.embed_tokens.weight").orElseThrow();
    assertThat(embedding.type()).isEqualTo(NumberType.F32);
    assertThat(embedding.shape()).containsExactly(512L, 64L);
    assertThat(header.stored()).hasSameSizeAs(header.tensors());
  }

  @Test
  void readsTheSameNumbersFromFloatAndBfloat() {
    StoredTensor wide = tensor("models/stories260K-hf/model.safetensors");
    StoredTensor narrow = tensor("models/stories260K-hf-bf16/model.safetensors");
    assertThat(narrow.type()).isEqualTo(StoredTensor.Type.BF16);
    float[] exact = new TensorNumbers().read(wide);
    float[] rounded = new TensorNumbers().read(narrow);
    assertThat(exact).hasSize(512 * 64);
    for (int i = 0; i < exact.length; i++) {
      assertThat(rounded[i]).isCloseTo(exact[i], org.assertj.core.data.Offset.offset(0.02f));
    }
  }

  private StoredTensor tensor(String file) {
    return reader.read(SharedData.at(file)).stored().stream()
        .filter(t -> t.name().equals("model.embed_tokens.weight"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void readsHalfPrecision() throws IOException {
    Path file =
        file(
            "{\"x\":{\"dtype\":\"F16\",\"shape\":[3],\"data_offsets\":[0,6]}}",
            new byte[] {0x00, 0x3c, 0x00, (byte) 0xc0, 0x01, 0x00});
    StoredTensor x = reader.read(file).stored().getFirst();
    assertThat(new TensorNumbers().read(x)).containsExactly(1f, -2f, 5.9604645e-8f);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"y":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | overlaps
          {"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | hole
          {"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}} | belong to no tensor
          {"x":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}} | needs 12
          {"x":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}} | truncated
          {"x":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}} | ends before it begins
          {"x":{"dtype":"Q9","shape":[2],"data_offsets":[0,8]}} | unknown number type
          {"x":{"dtype":"F32","shape":[9223372036854775807,4],"data_offsets":[0,8]}} | larger than any file
          {"x":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}} | no usable shape
          {"x":{"dtype":"F32","shape":[2.5],"data_offsets":[0,8]}} | no usable shape
          {"x":{"dtype":"F32","shape":[2],"data_offsets":[0]}} | does not say where
          {"x":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}} | does not say where
          {"x":7} | unknown number type
          {"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | not valid JSON
          {"__metadata__":{"a":1}} | metadata
          {"x": | not valid JSON
          """)
  void refusesAHeaderThatLies(String header, String word) throws IOException {
    Path file = file(header, new byte[8]);
    assertThatThrownBy(() -> reader.read(file))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().kind()).isEqualTo(Problem.Kind.BAD_FILE);
              assertThat(e.problem().message()).contains(word).contains("weights.safetensors");
              assertThat(e.problem().remedy()).contains("again");
            });
  }

  @Test
  void refusesAHeaderLongerThanTheFile() throws IOException {
    Path file = write(ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putLong(1000).array());
    assertProblem(file, Problem.Kind.BAD_FILE, "truncated");
  }

  @Test
  void refusesAnOversizedHeader() throws IOException {
    Path file = write(ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putLong(-1).array());
    assertProblem(file, Problem.Kind.BAD_FILE, "18446744073709551615 bytes");
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    assertProblem(write(new byte[0]), Problem.Kind.BAD_FILE, "truncated");
  }

  @Test
  void saysThatAFileIsMissing() {
    assertProblem(folder.resolve("nowhere.safetensors"), Problem.Kind.NOT_FOUND, "does not exist");
  }

  @Test
  void recognisesALargeFilePointer() throws IOException {
    Path file =
        write(
            "version https://git-lfs.github.com/spec/v1\noid sha256:0000\nsize 123456\n"
                .getBytes(StandardCharsets.UTF_8));
    assertProblem(file, Problem.Kind.BAD_FILE, "Git LFS pointer", "git lfs pull");
  }

  @Test
  void recognisesAWebPage() throws IOException {
    Path file = write("<!DOCTYPE html><html></html>".getBytes(StandardCharsets.UTF_8));
    assertProblem(file, Problem.Kind.BAD_FILE, "web page", "log in");
  }

  @Test
  void refusesPicklesByNameAndByContent() throws IOException {
    assertProblem(
        folder.resolve("pytorch_model.bin"), Problem.Kind.BAD_FILE, "pickle", "safetensors");
    Path zip = write("PK\u0003\u0004archive/data.pkl".getBytes(StandardCharsets.UTF_8));
    assertProblem(zip, Problem.Kind.BAD_FILE, "pickle", "safetensors");
    Path old = write(new byte[] {(byte) 0x80, 2, 'c', 'o', 's', '\n', 'x', 'x', 'x', 'x'});
    assertProblem(old, Problem.Kind.BAD_FILE, "pickle", "safetensors");
  }

  private void assertProblem(Path file, Problem.Kind kind, String... words) {
    assertThatThrownBy(() -> reader.read(file))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().kind()).isEqualTo(kind);
              assertThat(e.problem().line()).contains(List.of(words));
            });
  }

  private Path file(String header, byte[] data) throws IOException {
    byte[] json = header.strip().getBytes(StandardCharsets.UTF_8);
    ByteBuffer buffer =
        ByteBuffer.allocate(8 + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    return write(buffer.putLong(json.length).put(json).put(data).array());
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("weights.safetensors"), bytes);
  }
}
