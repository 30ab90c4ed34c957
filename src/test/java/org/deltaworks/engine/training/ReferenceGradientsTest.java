package org.deltaworks.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deltaworks.domain.adapters.LoraPair;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.training.TrainingPlan.Optimizer;
import org.deltaworks.domain.training.TrainingPlan.Schedule;
import org.deltaworks.engine.lora.LoraParameters;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.MicroBatch;
import org.deltaworks.engine.nn.NumberType;
import org.deltaworks.engine.nn.Workspace;
import org.deltaworks.engine.reference.Engines;
import org.deltaworks.engine.reference.Reference;
import org.deltaworks.format.peft.PeftAdapter;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loss, gradients and one optimizer step of LoRA against PEFT and PyTorch. */
class ReferenceGradientsTest {

  @ParameterizedTest
  @MethodSource("org.deltaworks.engine.reference.Reference#names")
  void lossGradientsAndOneStepAreThoseOfPeft(String name) {
    check(name, false, true);
  }

  @ParameterizedTest
  @MethodSource("org.deltaworks.engine.reference.Reference#names")
  void recomputationChangesNothing(String name) {
    check(name, true, true);
  }

  @ParameterizedTest
  @MethodSource("org.deltaworks.engine.reference.Reference#names")
  void paddingInsteadOfPackingChangesNothing(String name) {
    check(name, false, false);
  }

  private static void check(String name, boolean recompute, boolean packing) {
    Reference reference = Reference.of(name);
    Decoder decoder = Engines.decoder(reference.model(), NumberType.FLOAT32);
    try (Workspace work = decoder.work()) {
      PeftAdapter adapter = reference.adapter();
      LoraParameters lora =
          new LoraParameters(
              decoder, reference.model().model(), adapter.settings().lora(), adapter.pairs());
      TrainedAdapter trained = new TrainedAdapter(lora, decoder.spec().layers(), 0);
      List<TokenizedRow> rows = reference.rows();
      MicroBatch batch = packing ? MicroBatch.packed(rows) : MicroBatch.padded(rows);
      double sum =
          new GradientPass(decoder, trained, recompute).run(batch, 1.0 / batch.labels(), 0);
      assertThat(sum / batch.labels())
          .isCloseTo(reference.expected().get("lora_loss").doubleValue(), within(1e-5));
      Map<String, float[]> gradients = reference.numbers("gradients.safetensors");
      gradients.forEach(
          (matrix, expected) ->
              Assertions.assertArrayEquals(
                  expected,
                  lora.parameters().gradientViews().get(matrix).toFloatArray(),
                  2e-5f,
                  matrix));
      AdamW optimizer = new AdamW(work, lora.parameters(), settings());
      optimizer.step(1, 1e-2, optimizer.gradientNorm());
      Map<String, float[]> after = reference.numbers("after_step.safetensors");
      for (LoraPair pair : lora.pairs()) {
        Assertions.assertArrayEquals(after.get(pair.module() + ".lora_A"), pair.a(), 2e-5f);
        Assertions.assertArrayEquals(after.get(pair.module() + ".lora_B"), pair.b(), 2e-5f);
      }
    }
  }

  private static Optimizer settings() {
    return new Optimizer(1e-2, Schedule.CONSTANT, Optional.of(0), 0.01, 0.9, 0.999, 1e-8, 0);
  }
}
