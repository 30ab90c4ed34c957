package org.deltaworks.domain.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deltaworks.domain.models.DecoderNames;
import org.deltaworks.domain.models.DecoderSpec;
import org.junit.jupiter.api.Test;

/** Against what the C library said was in use after each block of the bundled model (mallinfo2). */
class BlockMemoryTest {
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
        POLDER, new BlockMemory.Adapted(Set.of("q_proj", "v_proj"), dropout), Float.BYTES);
  }

  @Test
  void whatIsKeptIsWhatTheKernelReturns() {
    PassShape pass = new PassShape(List.of(new PassShape.Group(8, 256)), 8 * 255);
    long queries = 8 * 32;
    long keys = 4 * 32;
    long perToken = queries + 2 * keys + queries + 256 + 2 * 512;
    assertThat(block(false).kept(pass)).isEqualTo(Float.BYTES * 8 * 256 * (perToken + 8));
  }

  @Test
  void howRowsAreGroupedChangesNothingOfWhatIsKept() {
    PassShape even = new PassShape(List.of(new PassShape.Group(2, 200)), 1);
    PassShape apart =
        new PassShape(List.of(new PassShape.Group(1, 199), new PassShape.Group(1, 201)), 1);
    assertThat(block(false).kept(even)).isEqualTo(block(false).kept(apart));
  }

  @Test
  void dropoutNeedsAMaskForEachAdapterOnTheWayBackAndKeepsNothing() {
    PassShape pass = new PassShape(List.of(new PassShape.Group(1, 100)), 1);
    assertThat(block(true).kept(pass)).isEqualTo(block(false).kept(pass));
    assertThat(block(true).backward(100) - block(false).backward(100))
        .isEqualTo(2L * Float.BYTES * 100 * 256);
  }
}
