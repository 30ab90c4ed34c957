package org.deltaworks.engine.lora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.LongStream;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.engine.nn.Adaptation;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.MappedWeights;
import org.deltaworks.engine.nn.MicroBatch;
import org.deltaworks.engine.nn.NumberType;
import org.deltaworks.engine.nn.Workspace;
import org.deltaworks.engine.reference.Engines;
import org.deltaworks.engine.reference.Reference;
import org.deltaworks.format.peft.PeftAdapter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every family against transformers and PEFT, on tiny random checkpoints, in float32. */
class ReferenceModelsTest {
  private static final float LOGITS = 1e-4f;

  @ParameterizedTest
  @MethodSource("org.deltaworks.engine.reference.Reference#names")
  void theBaseGivesTheLogitsOfTransformers(String name) {
    Reference reference = Reference.of(name);
    Decoder decoder = Engines.decoder(reference.model(), NumberType.FLOAT32);
    try (Workspace work = decoder.work()) {
      Adaptation none = Adaptation.none(work.scope(), decoder.layout());
      assertLogits(decoder, none, reference.rows(), reference.expected().get("logits"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.deltaworks.engine.reference.Reference#names")
  void theAdapterGivesTheLogitsOfPeft(String name) {
    Reference reference = Reference.of(name);
    Decoder decoder = Engines.decoder(reference.model(), NumberType.FLOAT32);
    try (Workspace work = decoder.work()) {
      PeftAdapter adapter = reference.adapter();
      LoraParameters lora =
          new LoraParameters(
              decoder, reference.model().model(), adapter.settings().lora(), adapter.pairs());
      assertLogits(decoder, lora, reference.rows(), reference.expected().get("logits_adapter"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.deltaworks.engine.reference.Reference#names")
  void mergedEqualsUnmerged(String name) {
    Reference reference = Reference.of(name);
    ModelFiles files = reference.model();
    PeftAdapter adapter = reference.adapter();
    try (Workspace work = Workspace.open(Engines.torch(), files.model().decoder())) {
      MappedWeights base =
          new MappedWeights(work.kernels(), work.scope(), files.tensors(), NumberType.FLOAT32);
      MergedWeights merged =
          new MergedWeights(work, base, files.model(), adapter.settings().lora(), adapter.pairs());
      Decoder decoder = new Decoder(work, files.model().decoder(), merged, NumberType.FLOAT32);
      Adaptation none = Adaptation.none(work.scope(), decoder.layout());
      assertLogits(decoder, none, reference.rows(), reference.expected().get("logits_adapter"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.deltaworks.engine.reference.Reference#names")
  void aFreshAdapterChangesNoLogitAtAll(String name) {
    Reference reference = Reference.of(name);
    Decoder decoder = Engines.decoder(reference.model(), NumberType.FLOAT32);
    try (Workspace work = decoder.work()) {
      PeftAdapter adapter = reference.adapter();
      LoraParameters fresh =
          new LoraParameters(
              decoder,
              reference.model().model(),
              adapter.settings().lora(),
              LoraInitialisation.pairs(reference.model().model(), adapter.settings().lora(), 7));
      Adaptation none = Adaptation.none(work.scope(), decoder.layout());
      MicroBatch batch = MicroBatch.packed(reference.rows());
      assertThat(logits(decoder, fresh, batch)).isEqualTo(logits(decoder, none, batch));
    }
  }

  private static void assertLogits(
      Decoder decoder, Adaptation adaptation, List<TokenizedRow> rows, JsonNode expected) {
    for (int i = 0; i < rows.size(); i++) {
      float[] found = logits(decoder, adaptation, MicroBatch.packed(List.of(rows.get(i))));
      assertClose(found, Reference.floats(expected.get(i)));
    }
  }

  private static void assertClose(float[] found, float[] expected) {
    assertThat(found).hasSameSizeAs(expected);
    float worst = 0;
    for (int i = 0; i < found.length; i++) {
      worst = Math.max(worst, Math.abs(found[i] - expected[i]));
    }
    assertThat(worst).isCloseTo(0, within(LOGITS));
  }

  private static float[] logits(Decoder decoder, Adaptation adaptation, MicroBatch batch) {
    try (NDManager scope = decoder.work().scope().newSubManager()) {
      NDArray x = decoder.hidden(scope, batch, adaptation);
      long[] all = LongStream.range(0, batch.size()).toArray();
      return decoder
          .work()
          .torch()
          .withoutGradients(() -> decoder.logits(scope, x, scope.create(all)).toFloatArray());
    }
  }
}
