package org.deltaworks.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.training.TrainingEvent.Stepped;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.engine.lora.LoraParameters;
import org.deltaworks.engine.lora.MergedWeights;
import org.deltaworks.engine.nn.Adaptation;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.MappedWeights;
import org.deltaworks.engine.nn.NumberType;
import org.deltaworks.engine.nn.Workspace;
import org.deltaworks.engine.reference.Engines;
import org.deltaworks.engine.reference.Reference;
import org.deltaworks.format.hub.ModelFolder;
import org.deltaworks.format.peft.PeftAdapter;
import org.deltaworks.format.peft.PeftReader;
import org.deltaworks.format.safetensors.SafetensorsReader;
import org.deltaworks.format.safetensors.TensorNumbers;
import org.deltaworks.testing.SharedData;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The 100-step LoRA runs that transformers and PEFT did on two real models. */
class GoldenRunTest {
  private static final double LOSS = 1e-3;

  @ParameterizedTest
  @ValueSource(strings = {"stories260K", "babyllama-tok105"})
  void everyStepWalksTheLossesOfPeft(String name, @TempDir Path folder) {
    JsonNode all = Reference.json(SharedData.at("golden/reference/" + name + ".json"));
    JsonNode golden = all.get("lora");
    ModelFiles files = ModelFolder.ofKnownFamilies().read(SharedData.at("models/" + name + "-hf"));
    PeftAdapter init =
        new PeftReader(new SafetensorsReader(), new TensorNumbers())
            .read(SharedData.at("golden/reference/" + name + "-lora-init"), files.model());
    LoraSpec spec = init.settings().lora();
    List<TokenizedRow> heldOut = rows(golden.get("heldout_rows"));
    Decoder decoder = Engines.decoder(files, NumberType.FLOAT32);
    try (Workspace work = decoder.work()) {
      LoraParameters lora = new LoraParameters(decoder, files.model(), spec, init.pairs());
      assertThat(lora.parameters().count()).isEqualTo(golden.get("trainable").longValue());
      Evaluation evaluation = new Evaluation(decoder);
      assertThat(evaluation.of(heldOut, 8, lora.withoutDropout()).meanNll())
          .isCloseTo(golden.get("heldout_before").doubleValue(), within(LOSS));
      RecordingWorld world = new RecordingWorld(folder);
      new TrainingLoop(
              decoder,
              new TrainedAdapter(lora, decoder.spec().layers(), 0),
              plan(),
              rows(golden.get("train_rows")),
              heldOut,
              world)
          .run(files.model().parameters());
      assertSteps(world.steps(), golden);
      assertThat(evaluation.of(heldOut, 8, lora.withoutDropout()).meanNll())
          .isCloseTo(golden.get("heldout_after").doubleValue(), within(LOSS));
      List<TokenizedRow> text = List.of(row(all.get("texts").get("shakespeare_0").get("ids")));
      assertThat(evaluation.of(text, 8, lora.withoutDropout()).meanNll())
          .isCloseTo(golden.get("shakespeare_0_nll_adapter").doubleValue(), within(LOSS));
      Decoder merged =
          new Decoder(
              work,
              decoder.spec(),
              new MergedWeights(
                  work,
                  new MappedWeights(
                      work.kernels(), work.scope(), files.tensors(), NumberType.FLOAT32),
                  files.model(),
                  spec,
                  lora.pairs()),
              NumberType.FLOAT32);
      Adaptation none = Adaptation.none(work.scope(), merged.layout());
      assertThat(new Evaluation(merged).of(text, 8, none).meanNll())
          .isCloseTo(golden.get("shakespeare_0_nll_merged").doubleValue(), within(LOSS));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stories260K", "babyllama-tok105"})
  void everyTextCostsWhatItCostsTransformers(String name) {
    JsonNode texts = Reference.json(SharedData.at("golden/reference/" + name + ".json"));
    ModelFiles files = ModelFolder.ofKnownFamilies().read(SharedData.at("models/" + name + "-hf"));
    Decoder decoder = Engines.decoder(files, NumberType.FLOAT32);
    try (Workspace work = decoder.work()) {
      Adaptation none = Adaptation.none(work.scope(), decoder.layout());
      for (JsonNode text : texts.get("texts")) {
        assertThat(new Evaluation(decoder).of(List.of(row(text.get("ids"))), 1, none).meanNll())
            .isCloseTo(text.get("mean_nll").doubleValue(), within(1e-4));
      }
    }
  }

  private static void assertSteps(List<Stepped> steps, JsonNode golden) {
    assertThat(steps).hasSize(golden.get("losses").size());
    for (int i = 0; i < steps.size(); i++) {
      assertThat(steps.get(i).loss())
          .as("loss of step %d", i + 1)
          .isCloseTo(golden.get("losses").get(i).doubleValue(), within(LOSS));
      double norm = golden.get("grad_norms").get(i).doubleValue();
      assertThat(steps.get(i).gradientNorm())
          .as("gradient norm of step %d", i + 1)
          .isCloseTo(norm, within(1e-3 * norm));
    }
  }

  private static TrainingPlan plan() {
    return Plans.of(
        "steps",
        "100",
        "batch-size",
        "4",
        "lr",
        "1e-3",
        "schedule",
        "constant",
        "warmup",
        "0",
        "weight-decay",
        "0.01",
        "max-grad-norm",
        "0",
        "shuffle",
        "off",
        "loss-on",
        "all");
  }

  private static List<TokenizedRow> rows(JsonNode node) {
    List<TokenizedRow> rows = new ArrayList<>();
    node.forEach(row -> rows.add(row(row)));
    return rows;
  }

  private static TokenizedRow row(JsonNode node) {
    int[] ids = Reference.ints(node);
    return new TokenizedRow(ids, ids.clone());
  }
}
