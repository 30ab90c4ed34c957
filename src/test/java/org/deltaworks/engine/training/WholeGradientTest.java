package org.deltaworks.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.engine.nn.Adaptation;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.FlatParameters;
import org.deltaworks.engine.nn.MicroBatch;
import org.deltaworks.engine.nn.NumberType;
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
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The gradient over every weight of a model: a step along it must change the loss by the gradient's
 * own length, for each tensor alone. So no tensor's gradient is forgotten or doubled.
 */
class WholeGradientTest {

  @ParameterizedTest
  @MethodSource("org.deltaworks.engine.reference.Reference#names")
  void aStepAlongTheGradientChangesTheLossByItsLength(String name) {
    Reference reference = Reference.of(name);
    ModelFiles files = reference.model();
    try (Workspace work = Workspace.open(Engines.torch(), files.model().decoder())) {
      WholeModel whole = WholeModel.of(work, files);
      FlatParameters parameters = whole.parameters();
      Decoder decoder = whole.decoder();
      Trained trained = whole.trained();
      MicroBatch batch = MicroBatch.packed(reference.rows());
      double loss =
          new GradientPass(decoder, trained, false).run(batch, 1.0 / batch.labels(), 0)
              / batch.labels();
      assertThat(loss).isCloseTo(reference.expected().get("loss").doubleValue(), within(1e-5));
      for (String tensor : parameters.shapes().keySet()) {
        float[] gradient = parameters.gradientViews().get(tensor).toFloatArray();
        double length = length(gradient);
        double step = 2e-3 / Math.max(1, length);
        double above = moved(decoder, trained, parameters, tensor, gradient, step, reference);
        double below = moved(decoder, trained, parameters, tensor, gradient, -step, reference);
        double slope = (above - below) / (2 * step);
        assertThat(slope)
            .as(tensor)
            .isCloseTo(length * length, within(2e-3 + 0.02 * length * length));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.deltaworks.engine.reference.Reference#names")
  void joinedProductsGiveTheGradientsOfSeparateOnes(String name) {
    Reference reference = Reference.of(name);
    ModelFiles files = reference.model();
    MicroBatch batch = MicroBatch.packed(reference.rows());
    try (Workspace work = Workspace.open(Engines.torch(), files.model().decoder())) {
      WholeModel joined = WholeModel.of(work, files);
      FlatParameters apart = apart(work, joined.parameters());
      Decoder decoder =
          new Decoder(work, files.model().decoder(), apart.valueViews(), NumberType.FLOAT32);
      for (int layer = 0; layer < decoder.spec().layers(); layer++) {
        for (List<String> together : decoder.layout().joinable(layer)) {
          boolean present = apart.shapes().containsKey(together.getFirst());
          boolean several = together.size() > 1 && present;
          assertThat(joined.parameters().valueViews().joined(together).isPresent())
              .isEqualTo(present);
          assertThat(several && apart.valueViews().joined(together).isPresent()).isFalse();
        }
      }
      double sum = new GradientPass(joined.decoder(), joined.trained(), false).run(batch, 1, 0);
      Trained trained = new TrainedModel(decoder, apart);
      assertThat(new GradientPass(decoder, trained, false).run(batch, 1, 0))
          .isCloseTo(sum, within(1e-5 * sum));
      for (String tensor : apart.shapes().keySet()) {
        float[] expected = apart.gradientViews().get(tensor).toFloatArray();
        float tolerance = (float) (1e-5 * (1 + length(expected)));
        Assertions.assertArrayEquals(
            expected,
            joined.parameters().gradientViews().get(tensor).toFloatArray(),
            tolerance,
            tensor);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.deltaworks.engine.reference.Reference#names")
  void theNormIsThatOfEveryGradient(String name) {
    Reference reference = Reference.of(name);
    ModelFiles files = reference.model();
    MicroBatch batch = MicroBatch.packed(reference.rows());
    try (Workspace work = Workspace.open(Engines.torch(), files.model().decoder())) {
      WholeModel whole = WholeModel.of(work, files);
      new GradientPass(whole.decoder(), whole.trained(), false).run(batch, 1, 0);
      double expected = length(whole.parameters().gradients().toFloatArray());
      AdamW optimizer = new AdamW(work, whole.parameters(), Plans.of("method", "full").optimizer());
      assertThat(optimizer.gradientNorm()).isCloseTo(expected, within(1e-6 * expected));
    }
  }

  /** The same numbers in an order in which nothing can be joined. */
  private static FlatParameters apart(Workspace work, FlatParameters parameters) {
    Map<String, long[]> reversed = new LinkedHashMap<>();
    parameters.shapes().entrySet().stream()
        .sorted(Map.Entry.<String, long[]>comparingByKey().reversed())
        .forEach(entry -> reversed.put(entry.getKey(), entry.getValue()));
    FlatParameters apart = new FlatParameters(work, reversed);
    reversed
        .keySet()
        .forEach(name -> apart.set(name, parameters.valueViews().get(name).toFloatArray()));
    return apart;
  }

  @Test
  void everyWeightMovesAndWhatIsWrittenIsWhatWasTrained(@TempDir Path folder) {
    Reference reference = Reference.of("llama");
    ModelFiles files = reference.model();
    double after;
    try (Workspace work = Workspace.open(Engines.torch(), files.model().decoder())) {
      WholeModel whole = WholeModel.of(work, files);
      RecordingWorld world = new RecordingWorld(folder.resolve("run"));
      new TrainingLoop(
              whole.decoder(),
              whole.trained(),
              Plans.of("steps", "8", "method", "full", "lr", "3e-3", "batch-size", "2"),
              reference.rows(),
              List.of(),
              world)
          .run(0);
      assertThat(world.losses().getLast()).isLessThan(world.losses().getFirst() - 0.1);
      after = loss(whole.decoder(), reference);
      new ModelFolderWriter(new SafetensorsWriter(), ModelFolderWriter.SHARD_BYTES)
          .write(folder.resolve("model"), files.model(), StoredTensor.Type.F32, whole.tensors());
    }
    ModelFiles written = ModelFolder.ofKnownFamilies().read(folder.resolve("model"));
    TensorNumbers numbers = new TensorNumbers();
    files
        .tensors()
        .forEach(
            (name, old) ->
                assertThat(numbers.read(Objects.requireNonNull(written.tensors().get(name))))
                    .as(name)
                    .isNotEqualTo(numbers.read(old)));
    Decoder again = Engines.decoder(written, NumberType.FLOAT32);
    try (Workspace work = again.work()) {
      assertThat(loss(again, reference)).isCloseTo(after, within(1e-6));
    }
  }

  private static double loss(Decoder decoder, Reference reference) {
    Adaptation none = Adaptation.none(decoder.work().scope(), decoder.layout());
    return new Evaluation(decoder).of(reference.rows(), 2, none).meanNll();
  }

  /** Loss with one tensor moved by so many gradients; it is moved back afterwards. */
  private static double moved(
      Decoder decoder,
      Trained trained,
      FlatParameters parameters,
      String tensor,
      float[] gradient,
      double step,
      Reference reference) {
    float[] before = parameters.valueViews().get(tensor).toFloatArray();
    float[] after = before.clone();
    for (int i = 0; i < after.length; i++) {
      after[i] += (float) (step * gradient[i]);
    }
    parameters.set(tensor, after);
    double loss =
        new Evaluation(decoder)
            .of(List.copyOf(reference.rows()), 2, trained.whileEvaluating())
            .meanNll();
    parameters.set(tensor, before);
    return loss;
  }

  private static double length(float[] numbers) {
    double sum = 0;
    for (float number : numbers) {
      sum += (double) number * number;
    }
    return Math.sqrt(sum);
  }
}
