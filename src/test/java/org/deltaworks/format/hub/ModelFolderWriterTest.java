package org.deltaworks.format.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.format.safetensors.OutgoingTensor;
import org.deltaworks.format.safetensors.SafetensorsWriter;
import org.deltaworks.format.safetensors.TensorNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderWriterTest {
  @TempDir Path folder;

  private final ModelFolder reader = ModelFolder.ofKnownFamilies();
  private final ModelFolderWriter writer =
      new ModelFolderWriter(new SafetensorsWriter(), ModelFolderWriter.SHARD_BYTES);

  @Test
  void theCopyIsTheSameModel() throws IOException {
    Path source = TinyModel.write(folder.resolve("source"), TinyModel.LLAMA);
    Files.writeString(source.resolve("tokenizer.json"), "{}");
    Files.writeString(source.resolve("LICENSE"), "terms");
    Files.writeString(source.resolve("README.md"), "---\nlicense: mit\n---\n");
    ModelFiles before = reader.read(source);
    Map<String, OutgoingTensor> tensors = TinyModel.tensors(source);
    Path target = folder.resolve("target");
    writer.write(target, before.model(), StoredTensor.Type.F32, List.copyOf(tensors.values()));
    ModelFiles after = reader.read(target);
    assertThat(after.model().decoder()).isEqualTo(before.model().decoder());
    assertThat(after.model().license()).contains("mit");
    assertThat(target.resolve("tokenizer.json")).hasContent("{}");
    assertThat(target.resolve("LICENSE")).hasContent("terms");
    TensorNumbers numbers = new TensorNumbers();
    before
        .tensors()
        .forEach(
            (name, tensor) ->
                assertThat(
                        numbers.read(java.util.Objects.requireNonNull(after.tensors().get(name))))
                    .isEqualTo(numbers.read(tensor)));
  }

  @Test
  void theConfigurationNamesTheNewTypeAndNoPath() throws IOException {
    String config = TinyModel.LLAMA.replaceFirst("\\{", "{\"_name_or_path\": \"/home/me/x\",");
    Path source = TinyModel.write(folder.resolve("source"), config);
    Path target = folder.resolve("target");
    writer.write(
        target,
        reader.read(source).model(),
        StoredTensor.Type.BF16,
        List.copyOf(TinyModel.tensors(source).values()));
    assertThat(target.resolve("config.json"))
        .content()
        .contains("\"torch_dtype\" : \"bfloat16\"")
        .doesNotContain("/home/me");
  }

  @Test
  void nothingHalfWrittenStays() throws IOException {
    Path source = TinyModel.write(folder.resolve("source"), TinyModel.LLAMA);
    Path target = folder.resolve("target");
    OutgoingTensor broken =
        new OutgoingTensor(
            "x",
            StoredTensor.Type.F32,
            List.of(1L),
            sink -> {
              throw new IOException("No space left on device");
            });
    assertThatThrownBy(
            () ->
                writer.write(
                    target, reader.read(source).model(), StoredTensor.Type.F32, List.of(broken)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("disk is full");
    assertThat(folder.toFile().list()).containsExactly("source");
  }
}
