package org.deltaworks.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.generation.GenerationRequest;
import org.deltaworks.domain.generation.Sampling;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.engine.generation.Generator;
import org.deltaworks.engine.lora.LoraInitialisation;
import org.deltaworks.engine.lora.LoraParameters;
import org.deltaworks.engine.nn.Adaptation;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.NumberType;
import org.deltaworks.engine.nn.Workspace;
import org.deltaworks.engine.reference.Engines;
import org.deltaworks.engine.reference.Reference;
import org.deltaworks.format.hub.ModelFolder;
import org.deltaworks.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Computing in bfloat16, over bases stored in either type. */
class Bfloat16Test {

  @ParameterizedTest
  @MethodSource("org.deltaworks.engine.reference.Reference#names")
  void everyFamilyStaysCloseToFloat32(String name) {
    Reference reference = Reference.of(name);
    Decoder decoder = Engines.decoder(reference.model(), NumberType.BFLOAT16);
    try (Workspace work = decoder.work()) {
      Adaptation none = Adaptation.none(work.scope(), decoder.layout());
      assertThat(new Evaluation(decoder).of(reference.rows(), 2, none).meanNll())
          .isCloseTo(reference.expected().get("loss").doubleValue(), within(0.05));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stories260K-hf", "stories260K-hf-bf16"})
  void aRealModelLearnsAndAnswers(String folder, @TempDir Path checkpoints) {
    ModelFiles files = ModelFolder.ofKnownFamilies().read(SharedData.at("models/" + folder));
    List<TokenizedRow> rows = rows();
    TrainingPlan plan =
        Plans.of(
            "steps",
            "10",
            "batch-size",
            "4",
            "lr",
            "1e-3",
            "schedule",
            "constant",
            "warmup",
            "0",
            "dtype",
            "bfloat16",
            "target-modules",
            "all-linear",
            "shuffle",
            "off");
    double exact = firstLoss(files, rows, NumberType.FLOAT32);
    Decoder decoder = Engines.decoder(files, NumberType.BFLOAT16);
    try (Workspace work = decoder.work()) {
      LoraParameters lora = fresh(decoder, files, plan);
      RecordingWorld world = new RecordingWorld(checkpoints);
      loop(decoder, lora, plan, rows, world).run(0);
      assertThat(world.losses().getFirst()).isCloseTo(exact, within(0.02));
      assertThat(world.losses().getLast()).isLessThan(world.losses().getFirst());
      GenerationRequest request =
          new GenerationRequest(List.of(1, 403, 407), 8, Sampling.GREEDY, List.of(), List.of());
      assertThat(
              new Generator(decoder)
                  .generate(request, lora.withoutDropout(), id -> Optional.empty())
                  .ids())
          .hasSize(11);
    }
  }

  @Test
  void aBaseStoredInBfloat16IsUsedInFloat32Too() {
    ModelFiles wide = ModelFolder.ofKnownFamilies().read(SharedData.at("models/stories260K-hf"));
    ModelFiles narrow =
        ModelFolder.ofKnownFamilies().read(SharedData.at("models/stories260K-hf-bf16"));
    assertThat(loss(narrow)).isCloseTo(loss(wide), within(0.01));
  }

  private static double loss(ModelFiles files) {
    Decoder decoder = Engines.decoder(files, NumberType.FLOAT32);
    try (Workspace work = decoder.work()) {
      Adaptation none = Adaptation.none(work.scope(), decoder.layout());
      return new Evaluation(decoder).of(rows(), 4, none).meanNll();
    }
  }

  private static double firstLoss(ModelFiles files, List<TokenizedRow> rows, NumberType type) {
    Decoder decoder = Engines.decoder(files, type);
    try (Workspace work = decoder.work()) {
      Adaptation none = Adaptation.none(work.scope(), decoder.layout());
      return new Evaluation(decoder).of(rows.subList(0, 4), 4, none).meanNll();
    }
  }

  private static LoraParameters fresh(Decoder decoder, ModelFiles files, TrainingPlan plan) {
    return new LoraParameters(
        decoder,
        files.model(),
        plan.lora().orElseThrow(),
        LoraInitialisation.pairs(files.model(), plan.lora().orElseThrow(), 0));
  }

  private static TrainingLoop loop(
      Decoder decoder,
      LoraParameters lora,
      TrainingPlan plan,
      List<TokenizedRow> rows,
      TrainingWorld world) {
    return new TrainingLoop(
        decoder,
        new TrainedAdapter(lora, decoder.spec().layers(), 0),
        plan,
        rows,
        List.of(),
        world);
  }

  private static List<TokenizedRow> rows() {
    List<TokenizedRow> rows = new java.util.ArrayList<>();
    Reference.json(SharedData.at("golden/reference/stories260K.json"))
        .get("lora")
        .get("train_rows")
        .forEach(row -> rows.add(new TokenizedRow(Reference.ints(row), Reference.ints(row))));
    return rows.subList(0, 40);
  }
}
