package org.deltaworks.domain.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.training.HeldOut;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.format.hub.ModelFolder;
import org.junit.jupiter.api.Test;

/** The bundled model in four bits, counted by hand. */
class FourBitBaseTest {
  private static final Path POLDER = Path.of("assets/models/polder");
  private static final Host HOST = new Host(16L << 30, 2, true, false);

  private final ModelFiles files = ModelFolder.ofKnownFamilies().read("polder", POLDER);
  private final FourBitBase base = new FourBitBase(files.model());

  @Test
  void aWeightTakesItsCodesItsConstantsAndItsScales() {
    // 256 rows of 288 numbers, that is 5 blocks each: 1,280 blocks are 5 groups.
    assertThat(base.bytes("model.layers.0.self_attn.q_proj.weight"))
        .hasValue(256L * 5 * 32 + 1280 + 4 * 6);
    // 288 rows of 512 numbers: 8 blocks each, 2,304 of them, 9 groups.
    assertThat(base.bytes("model.layers.5.mlp.down_proj.weight"))
        .hasValue(288L * 8 * 32 + 2304 + 4 * 10);
  }

  @Test
  void embeddingHeadAndNormsStay() {
    assertThat(base.bytes("model.embed_tokens.weight")).isEmpty();
    assertThat(base.bytes("lm_head.weight")).isEmpty();
    assertThat(base.bytes("model.layers.0.input_layernorm.weight")).isEmpty();
  }

  @Test
  void oneBlockIsWrittenOutAtATime() {
    assertThat(base.numbersOfABlock()).isEqualTo(288 * (256 + 128 + 128 + 256 + 512 + 512 + 512));
    assertThat(base.numbersOfAWeight()).isEqualTo(288 * 512);
  }

  @Test
  void whatIsPromisedIsLessMemoryAndMoreTime() {
    RunEstimator plain = estimator("none");
    RunEstimator packed = estimator("nf4");
    assertThat(packed.memory().weights()).isLessThan(plain.memory().weights() / 2);
    assertThat(packed.recompute()).isTrue();
    assertThat(packed.seconds()).isGreaterThan(plain.seconds());
  }

  private RunEstimator estimator(String quantize) {
    int[] ids = new int[40];
    List<TokenizedRow> rows = java.util.Collections.nCopies(40, new TokenizedRow(ids, ids.clone()));
    TrainingPlan plan =
        TrainingDraft.empty()
            .with(Setting.MODEL, "polder")
            .with(Setting.DATA, "d")
            .with(Setting.QUANTIZE, quantize)
            .with(Setting.RECOMPUTE, "on")
            .toPlan()
            .orThrow();
    return new RunEstimator(
        files,
        new FileSizes(ModelFolder.tokenizerBytes(POLDER), 250_000),
        plan.lora(),
        plan,
        HeldOut.of(rows, 0.1, 0),
        HOST);
  }
}
