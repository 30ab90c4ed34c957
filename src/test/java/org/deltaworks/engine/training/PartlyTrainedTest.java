package org.deltaworks.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.domain.training.Method;
import org.deltaworks.domain.training.TrainedTensors;
import org.deltaworks.domain.training.TrainingEvent.Started;
import org.deltaworks.engine.nn.MicroBatch;
import org.deltaworks.engine.nn.Workspace;
import org.deltaworks.engine.reference.Engines;
import org.deltaworks.engine.reference.Reference;
import org.deltaworks.format.hub.ModelFolder;
import org.deltaworks.format.hub.ModelFolderWriter;
import org.deltaworks.format.safetensors.SafetensorsWriter;
import org.deltaworks.format.safetensors.TensorNumbers;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Last layers only, biases only: what is meant to change does, as in full training; nothing else.
 */
class PartlyTrainedTest {

  static Stream<Arguments> namesAndMethods() {
    return Reference.names()
        .flatMap(
            name ->
                Stream.of(Method.LAST_LAYERS, Method.BITFIT)
                    .map(method -> Arguments.of(name, method)));
  }

  @ParameterizedTest
  @MethodSource("namesAndMethods")
  void gradientsAreThoseOfFullTraining(String name, Method method) {
    Reference reference = Reference.of(name);
    ModelFiles files = reference.model();
    MicroBatch batch = MicroBatch.packed(reference.rows());
    try (Workspace work = Workspace.open(Engines.torch(), files.model().decoder())) {
      WholeModel whole = WholeModel.of(work, files);
      WholeModel part = WholeModel.of(work, files, method);
      new GradientPass(whole.decoder(), whole.trained(), false).run(batch, 1, 0);
      new GradientPass(part.decoder(), part.trained(), false).run(batch, 1, 0);
      assertThat(part.parameters().count()).isPositive().isLessThan(whole.parameters().count());
      for (String tensor : part.parameters().shapes().keySet()) {
        float[] expected = whole.parameters().gradientViews().get(tensor).toFloatArray();
        float largest = 0;
        for (float number : expected) {
          largest = Math.max(largest, Math.abs(number));
        }
        assertThat(largest).as(tensor).isPositive();
        Assertions.assertArrayEquals(
            expected,
            part.parameters().gradientViews().get(tensor).toFloatArray(),
            1e-4f * (1 + largest),
            tensor);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("namesAndMethods")
  void onlyWhatIsMeantChangesInTheModelThatIsWritten(
      String name, Method method, @TempDir Path folder) {
    Reference reference = Reference.of(name);
    ModelFiles files = reference.model();
    Set<String> meant =
        new TrainedTensors(files.model().decoder(), files.tensors().keySet()).of(method);
    RecordingWorld world = new RecordingWorld(folder.resolve("run"));
    try (Workspace work = Workspace.open(Engines.torch(), files.model().decoder())) {
      WholeModel part = WholeModel.of(work, files, method);
      new TrainingLoop(
              part.decoder(),
              part.trained(),
              Plans.of(
                  "steps",
                  "6",
                  "method",
                  method.code(),
                  "lr",
                  "1e-2",
                  "warmup",
                  "0",
                  "batch-size",
                  "2"),
              reference.rows(),
              List.of(),
              world)
          .run(0);
      new ModelFolderWriter(new SafetensorsWriter(), ModelFolderWriter.SHARD_BYTES)
          .write(folder.resolve("model"), files.model(), StoredTensor.Type.F32, part.tensors());
    }
    assertThat(world.losses().getLast()).isLessThan(world.losses().getFirst());
    long numbers = meant.stream().mapToLong(n -> stored(files, n).elements()).sum();
    assertThat(((Started) world.events.getFirst()).trainable()).isEqualTo(numbers);
    ModelFiles written = ModelFolder.ofKnownFamilies().read(folder.resolve("model"));
    assertThat(changed(files, written)).isEqualTo(meant);
  }

  @Test
  void largeWeightsComeAndGoInPartsAndStayWhatTheyWere(@TempDir Path folder) {
    ModelFiles files = ModelFolder.ofKnownFamilies().read(Path.of("assets/models/polder"));
    assertThat(files.tensors().values()).anyMatch(tensor -> tensor.elements() > 1 << 19);
    try (Workspace work = Workspace.open(Engines.torch(), files.model().decoder())) {
      new ModelFolderWriter(new SafetensorsWriter(), ModelFolderWriter.SHARD_BYTES)
          .write(
              folder.resolve("model"),
              files.model(),
              StoredTensor.Type.F32,
              WholeModel.of(work, files).tensors());
    }
    ModelFiles written = ModelFolder.ofKnownFamilies().read(folder.resolve("model"));
    assertThat(changed(files, written)).isEmpty();
  }

  @Test
  void aLlamaHasNoBiasesSoItsGainsAreTrainedAndItsTiedHeadStays() {
    ModelFiles files = Reference.of("llama").model();
    TrainedTensors tensors = new TrainedTensors(files.model().decoder(), files.tensors().keySet());
    assertThat(tensors.of(Method.BITFIT)).allMatch(tensor -> tensor.endsWith("norm.weight"));
    assertThat(tensors.of(Method.LAST_LAYERS))
        .contains("model.norm.weight")
        .doesNotContain("model.embed_tokens.weight");
    assertThat(tensors.of(Method.LAST_LAYERS).contains("lm_head.weight"))
        .isEqualTo(!files.model().decoder().tiedHead());
  }

  @Test
  void whereThereAreBiasesTheyAloneAreTrained() {
    ModelFiles files = Reference.of("gpt2").model();
    assertThat(
            new TrainedTensors(files.model().decoder(), files.tensors().keySet()).of(Method.BITFIT))
        .isNotEmpty()
        .allMatch(tensor -> tensor.endsWith(".bias"));
  }

  private static Set<String> changed(ModelFiles before, ModelFiles after) {
    assertThat(new HashSet<>(after.tensors().keySet())).isEqualTo(before.tensors().keySet());
    TensorNumbers numbers = new TensorNumbers();
    Set<String> changed = new TreeSet<>();
    for (String tensor : before.tensors().keySet()) {
      if (!Arrays.equals(
          numbers.read(stored(before, tensor)), numbers.read(stored(after, tensor)))) {
        changed.add(tensor);
      }
    }
    return changed;
  }

  private static StoredTensor stored(ModelFiles files, String tensor) {
    return Objects.requireNonNull(files.tensors().get(tensor), tensor);
  }
}
