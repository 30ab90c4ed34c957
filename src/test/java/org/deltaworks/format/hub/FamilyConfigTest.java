package org.deltaworks.format.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.domain.models.DecoderSpec.Positions.Rotary;
import org.deltaworks.domain.models.DecoderSpec.RopeScaling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both generations of config.json, and what transformers takes where a key is missing. */
class FamilyConfigTest {
  private static final String SHAPE =
      "\"hidden_size\": 32, \"intermediate_size\": 48, \"num_hidden_layers\": 1,"
          + " \"num_attention_heads\": 4, \"vocab_size\": 96";

  @TempDir Path folder;

  @Test
  void ropeOfTransformers4And5IsTheSame() throws IOException {
    RopeScaling llama3 = new RopeScaling.Llama3(8, 1, 4, 32);
    assertThat(
            rotary(
                "llama",
                "\"rope_theta\": 500.0, \"rope_scaling\": {\"factor\": 8.0,"
                    + " \"high_freq_factor\": 4.0, \"low_freq_factor\": 1.0,"
                    + " \"original_max_position_embeddings\": 32, \"rope_type\": \"llama3\"}"))
        .isEqualTo(new Rotary(500, llama3));
    assertThat(
            rotary(
                "llama",
                "\"rope_parameters\": {\"rope_theta\": 500.0, \"factor\": 8.0,"
                    + " \"high_freq_factor\": 4.0, \"low_freq_factor\": 1.0,"
                    + " \"original_max_position_embeddings\": 32, \"rope_type\": \"llama3\"}"))
        .isEqualTo(new Rotary(500, llama3));
    assertThat(rotary("llama", "\"rope_scaling\": {\"type\": \"linear\", \"factor\": 2.0}"))
        .isEqualTo(new Rotary(10_000, new RopeScaling.Linear(2)));
    assertThat(rotary("llama", "\"rope_scaling\": null, \"rope_theta\": 5"))
        .isEqualTo(new Rotary(5, new RopeScaling.None()));
    assertThat(rotary("llama", "\"rope_parameters\": {\"rope_type\": \"default\"}"))
        .isEqualTo(new Rotary(10_000, new RopeScaling.None()));
  }

  @Test
  void headWidthIsExplicitDerivedOrTheFamilys() throws IOException {
    assertThat(spec("llama", "\"head_dim\": 12").headWidth()).isEqualTo(12);
    assertThat(spec("llama", "\"head_dim\": null").headWidth()).isEqualTo(8);
    assertThat(spec("llama", "\"rms_norm_eps\": 1e-6").headWidth()).isEqualTo(8);
    assertThat(spec("qwen3", "\"num_key_value_heads\": 2").headWidth()).isEqualTo(128);
  }

  @Test
  void keyValueHeadsAreHeadsWhereNothingIsSaid() throws IOException {
    assertThat(spec("llama", "\"num_key_value_heads\": null").keyValueHeads()).isEqualTo(4);
    assertThat(spec("llama", "\"num_key_value_heads\": 2").keyValueHeads()).isEqualTo(2);
  }

  @Test
  void onlyMistralHasAWindowAndNullMeansNone() throws IOException {
    String two = "\"num_key_value_heads\": 2, ";
    assertThat(spec("mistral", two + "\"sliding_window\": 4").slidingWindow()).contains(4);
    assertThat(spec("mistral", two + "\"sliding_window\": null").slidingWindow())
        .isEqualTo(Optional.empty());
    assertThat(spec("mistral", two + "\"rms_norm_eps\": 1e-5").slidingWindow()).contains(4096);
    assertThat(spec("qwen2", two + "\"sliding_window\": 4, \"use_sliding_window\": false"))
        .extracting(DecoderSpec::slidingWindow)
        .isEqualTo(Optional.empty());
  }

  @Test
  void qwenHasItsBiasesAndHeadNorms() throws IOException {
    write("qwen2", "\"num_key_value_heads\": 2");
    assertThat(plan().shapes())
        .containsKeys("model.layers.0.self_attn.q_proj.bias")
        .doesNotContainKey("model.layers.0.self_attn.o_proj.bias");
    write("qwen3", "\"num_key_value_heads\": 2, \"head_dim\": 16");
    assertThat(plan().shapes())
        .containsKeys("model.layers.0.self_attn.q_norm.weight", "lm_head.weight")
        .doesNotContainKey("model.layers.0.self_attn.q_proj.bias");
    write("llama", "\"attention_bias\": true, \"mlp_bias\": true");
    assertThat(plan().shapes())
        .containsKeys("model.layers.0.self_attn.o_proj.bias", "model.layers.0.mlp.down_proj.bias");
  }

  private Rotary rotary(String type, String fields) throws IOException {
    return (Rotary) spec(type, fields).positions();
  }

  private DecoderSpec spec(String type, String fields) throws IOException {
    write(type, fields);
    return plan().model().decoder();
  }

  private PlannedModel plan() {
    return ModelFolder.ofKnownFamilies().plan("planned", folder);
  }

  private void write(String type, String fields) throws IOException {
    Files.writeString(
        folder.resolve("config.json"),
        "{\"model_type\": \"%s\", %s, %s}".formatted(type, SHAPE, fields));
  }
}
