package org.deltaworks.engine.lora;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.deltaworks.domain.adapters.LoraPair;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.adapters.TargetModules;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.format.hub.ModelFolder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trainable parameters of the paper's GPT-2 runs (arXiv 2106.09685, table 3): rank 4, q and v. */
class PaperCountsTest {

  @ParameterizedTest
  @CsvSource({"1024,24,16,393216", "1280,36,20,737280"})
  void gpt2TrainsAsManyNumbersAsInThePaper(
      int width, int layers, int heads, long expected, @TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"model_type": "gpt2", "architectures": ["GPT2LMHeadModel"], "vocab_size": 50257,
         "n_embd": %d, "n_layer": %d, "n_head": %d, "n_positions": 1024,
         "layer_norm_epsilon": 1e-5, "activation_function": "gelu_new"}
        """
            .formatted(width, layers, heads));
    BaseModel model = ModelFolder.ofKnownFamilies().plan("gpt2", folder).model();
    LoraSpec lora = LoraSpec.of(4, 32, 0, TargetModules.parse("c_attn"));
    assertThat(
            LoraInitialisation.pairs(model, lora, 0).stream().mapToLong(LoraPair::parameters).sum())
        .isEqualTo(expected)
        .isEqualTo(lora.trainable(model.modules(), "gpt2"));
  }
}
