package org.deltaworks.domain.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deltaworks.domain.models.DecoderNames;
import org.deltaworks.domain.models.DecoderSpec;
import org.junit.jupiter.api.Test;

/** Against what the C library said was in use after each block of the bundled model (mallinfo2). */
class BlockMemoryTest {
  private static final double MEBIBYTE = 1024.0 * 1024.0;
  private static final DecoderSpec POLDER =
      new DecoderSpec(
          "llama",
          4096,
          256,
          6,
          8,
          4,
          32,
          512,
          512,
          DecoderSpec.Norm.RMS,
          1e-5,
          new DecoderSpec.Positions.Rotary(1e4, new DecoderSpec.RopeScaling.None()),
          DecoderSpec.FeedForward.GATED_SILU,
          Optional.empty(),
          false,
          new DecoderNames(
              "model.embed_tokens",
              Optional.empty(),
              "model.layers",
              "input_layernorm",
              List.of("self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj"),
              Optional.empty(),
              Optional.empty(),
              "self_attn.o_proj",
              "post_attention_layernorm",
              Optional.of("mlp.gate_proj"),
              "mlp.up_proj",
              "mlp.down_proj",
              "model.norm",
              "lm_head",
              false));

  private static BlockMemory block(boolean dropout) {
    return new BlockMemory(
        POLDER,
        new BlockMemory.Adapted(Set.of("q_proj", "v_proj"), false, 16, dropout),
        Float.BYTES);
  }

  @Test
  void eightRowsOf256TokensKeepWhatWasMeasured() {
    PassShape pass = new PassShape(List.of(new PassShape.Group(8, 256)), 8 * 255);
    double megabytes = (block(false).kept(pass) + block(false).output(pass.positions())) / MEBIBYTE;
    assertThat(megabytes).isCloseTo(26.2, within(0.6));
  }

  @Test
  void rowsOfTheirOwnLengthDoNotRepeatKeysAndValues() {
    PassShape even = new PassShape(List.of(new PassShape.Group(2, 200)), 1);
    PassShape apart =
        new PassShape(List.of(new PassShape.Group(1, 199), new PassShape.Group(1, 201)), 1);
    assertThat(block(false).kept(even) - block(false).kept(apart))
        .isEqualTo(2L * Float.BYTES * 400 * (8 - 4) * 32);
  }

  @Test
  void dropoutKeepsAMaskAndAnInputForEachAdapter() {
    PassShape pass = new PassShape(List.of(new PassShape.Group(1, 100)), 1);
    assertThat(block(true).kept(pass) - block(false).kept(pass))
        .isEqualTo(3L * Float.BYTES * 100 * 256);
  }
}
