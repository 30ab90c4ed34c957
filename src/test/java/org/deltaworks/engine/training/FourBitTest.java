package org.deltaworks.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.models.LinearModule;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.engine.lora.LoraParameters;
import org.deltaworks.engine.nn.Adaptation;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.FourBitMatrix;
import org.deltaworks.engine.nn.FourBitWeights;
import org.deltaworks.engine.nn.KeyValueCache;
import org.deltaworks.engine.nn.MicroBatch;
import org.deltaworks.engine.nn.NumberType;
import org.deltaworks.engine.nn.TensorSource;
import org.deltaworks.engine.nn.Workspace;
import org.deltaworks.engine.reference.Engines;
import org.deltaworks.engine.reference.Reference;
import org.deltaworks.format.hub.ModelFolder;
import org.deltaworks.format.peft.PeftAdapter;
import org.deltaworks.format.safetensors.OutgoingTensor;
import org.deltaworks.format.safetensors.SafetensorsWriter;
import org.deltaworks.format.safetensors.TensorNumbers;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Training on a base in four bits is training on the numbers that its codes stand for. */
class FourBitTest {
  private static final Path LLAMA = Reference.resource("llama");

  /** The numbers that the codes stand for, written out once and kept: what training must equal. */
  private record WrittenOut(
      Workspace work, FourBitWeights packed, Map<String, Integer> widths, boolean inputFirst)
      implements TensorSource {
    static WrittenOut of(Workspace work, ModelFiles files) {
      Map<String, Integer> widths = new TreeMap<>();
      for (LinearModule module : files.model().modules()) {
        widths.put(module.path() + ".weight", module.in());
      }
      return new WrittenOut(
          work,
          new FourBitWeights(work, files),
          widths,
          files.model().decoder().names().inputFirst());
    }

    @Override
    public boolean has(String name) {
      return packed.has(name);
    }

    @Override
    public NDArray get(String name) {
      FourBitMatrix matrix = packed.inFourBits(name).orElse(null);
      if (matrix == null) {
        return packed.get(name);
      }
      try (NDManager local = work.scope().newSubManager()) {
        NDArray width = local.create(Objects.requireNonNull(widths.get(name)).intValue());
        NDArray weight =
            work.kernels()
                .one(
                    work.scope(),
                    "restored",
                    matrix.codes(),
                    matrix.constants(),
                    matrix.scales(),
                    width);
        // The layout turns what GPT-2 stores the other way round; the codes are turned already.
        return inputFirst ? weight.transpose() : weight;
      }
    }
  }

  private static Decoder writtenOut(ModelFiles files) {
    Workspace work = Workspace.open(Engines.torch(), files.model().decoder());
    return new Decoder(
        work, files.model().decoder(), WrittenOut.of(work, files), NumberType.FLOAT32);
  }

  /** What a pass forward and back gives. */
  private record Passed(double loss, Map<String, float[]> gradients) {
    static Passed of(Decoder decoder, Reference reference) {
      try (Workspace work = decoder.work()) {
        PeftAdapter adapter = reference.adapter();
        LoraParameters lora =
            new LoraParameters(
                decoder, reference.model().model(), adapter.settings().lora(), adapter.pairs());
        TrainedAdapter trained = new TrainedAdapter(lora, decoder.spec().layers(), 0);
        MicroBatch batch = MicroBatch.packed(reference.rows());
        double sum = new GradientPass(decoder, trained, true).run(batch, 1.0 / batch.labels(), 0);
        Map<String, float[]> gradients = new TreeMap<>();
        for (String name : lora.parameters().shapes().keySet()) {
          gradients.put(name, lora.parameters().gradientViews().get(name).toFloatArray());
        }
        return new Passed(sum, gradients);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.deltaworks.engine.reference.Reference#names")
  void lossAndGradientsAreThoseOfTheNumbersTheCodesStandFor(String name) {
    Reference reference = Reference.of(name);
    Passed packed = Passed.of(Engines.inFourBits(reference.model(), NumberType.FLOAT32), reference);
    Passed plain = Passed.of(writtenOut(reference.model()), reference);
    assertThat(packed.loss()).isCloseTo(plain.loss(), within(1e-6 * plain.loss()));
    assertThat(packed.gradients().keySet()).isEqualTo(plain.gradients().keySet()).isNotEmpty();
    packed
        .gradients()
        .forEach(
            (matrix, numbers) ->
                Assertions.assertArrayEquals(
                    plain.gradients().get(matrix), numbers, 1e-6f, matrix));
    Passed exact = Passed.of(Engines.decoder(reference.model(), NumberType.FLOAT32), reference);
    assertThat(packed.loss())
        .as("close to the base as it is, but not the same: it is rounded")
        .isCloseTo(exact.loss(), within(0.1 * exact.loss()))
        .isNotEqualTo(exact.loss());
  }

  @ParameterizedTest
  @MethodSource("org.deltaworks.engine.reference.Reference#names")
  void inBfloat16TheLossStaysClose(String name) {
    Reference reference = Reference.of(name);
    Passed exact = Passed.of(writtenOut(reference.model()), reference);
    Passed half = Passed.of(Engines.inFourBits(reference.model(), NumberType.BFLOAT16), reference);
    assertThat(half.loss()).isCloseTo(exact.loss(), within(0.02 * exact.loss()));
  }

  @Test
  void itAnswersTokenByTokenAsItDoesAllAtOnce() {
    ModelFiles files = Reference.of("qwen3").model();
    int[] ids = {3, 17, 5, 40, 2};
    Decoder decoder = Engines.inFourBits(files, NumberType.FLOAT32);
    try (Workspace work = decoder.work()) {
      Adaptation none = Adaptation.none(work.scope(), decoder.layout());
      MicroBatch batch = MicroBatch.packed(List.of(new TokenizedRow(ids, ids.clone())));
      float[] whole = decoder.hidden(work.scope(), batch, none).toFloatArray();
      KeyValueCache cache = decoder.newCache(work.scope(), ids.length);
      float[] last = {};
      for (int id : ids) {
        last = decoder.follow(work.scope(), new int[] {id}, cache, none).toFloatArray();
      }
      int width = decoder.spec().hidden();
      float[] end = java.util.Arrays.copyOfRange(whole, whole.length - width, whole.length);
      Assertions.assertArrayEquals(end, last, 1e-4f);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"float32", "bfloat16"})
  void aRunGoesOnBitForBit(String dtype, @TempDir Path folder) {
    TrainingPlan plan =
        Plans.of(
            "steps",
            "8",
            "batch-size",
            "3",
            "lr",
            "1e-2",
            "keep",
            "9",
            "quantize",
            "nf4",
            "dropout",
            "0.2",
            "target-modules",
            "all-linear",
            "save-every",
            "3",
            "dtype",
            dtype);
    TinyTraining training =
        new TinyTraining(plan, TinyTraining.rows(12, 1), TinyTraining.rows(3, 2));
    RecordingWorld world = new RecordingWorld(folder.resolve("whole"));
    var learnt = TinyTraining.numbers(training.run(world));
    assertThat(world.losses()).hasSize(8);
    assertThat(world.losses().getLast()).isLessThan(world.losses().getFirst());
    RecordingWorld resumed = new RecordingWorld(folder.resolve("resumed"));
    var goneOn =
        TinyTraining.numbers(
            training.run(resumed, TinyTraining.checkpoints(world.checkpoints(), 3)));
    assertThat(resumed.losses()).isEqualTo(world.losses().subList(3, 8));
    assertThat(goneOn).isEqualTo(learnt);
  }

  @Test
  void numbersThatAreNoneAreRefusedByName(@TempDir Path folder) throws IOException {
    ModelFiles files = damaged(folder, "model.layers.1.mlp.up_proj.weight");
    assertThatThrownBy(() -> Engines.inFourBits(files, NumberType.FLOAT32))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("model.layers.1.mlp.up_proj.weight")
        .hasMessageContaining("not finite");
  }

  private static ModelFiles damaged(Path folder, String where) throws IOException {
    Files.copy(LLAMA.resolve("config.json"), folder.resolve("config.json"));
    List<OutgoingTensor> tensors = new ArrayList<>();
    ModelFiles whole = ModelFolder.ofKnownFamilies().read(LLAMA);
    new TreeMap<>(whole.tensors())
        .forEach(
            (name, stored) -> {
              float[] numbers = new TensorNumbers().read(stored);
              numbers[7] = name.equals(where) ? Float.NaN : numbers[7];
              tensors.add(OutgoingTensor.of(name, stored.shape(), numbers));
            });
    new SafetensorsWriter().write(folder.resolve("model.safetensors"), tensors);
    return ModelFolder.ofKnownFamilies().read(folder);
  }
}
