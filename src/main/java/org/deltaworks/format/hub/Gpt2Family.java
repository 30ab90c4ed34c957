package org.deltaworks.format.hub;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deltaworks.domain.models.DecoderNames;
import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.format.json.JsonFields;

/**
 * GPT-2: learned positions, LayerNorm, one fused query-key-value matrix, weights stored input first
 * (transformers' Conv1D).
 */
public final class Gpt2Family implements Family {
  private static final Set<String> GELU_TANH = Set.of("gelu_new", "gelu_pytorch_tanh", "gelu_fast");

  private static final DecoderNames NAMES =
      new DecoderNames(
          "transformer.wte",
          Optional.of("transformer.wpe"),
          "transformer.h",
          "ln_1",
          List.of("attn.c_attn"),
          Optional.empty(),
          Optional.empty(),
          "attn.c_proj",
          "ln_2",
          Optional.empty(),
          "mlp.c_fc",
          "mlp.c_proj",
          "transformer.ln_f",
          "lm_head",
          true);

  @Override
  public String modelType() {
    return "gpt2";
  }

  @Override
  public DecoderSpec decoder(JsonFields config) {
    DecoderConfig.refuseActivation(config, "activation_function", "gelu_new", GELU_TANH);
    if (!config.flag("scale_attn_weights").orElse(true)
        || config.flag("scale_attn_by_inverse_layer_idx").orElse(false)) {
      throw DecoderConfig.unsupported("This model scales its attention in an unusual way");
    }
    if (config.flag("add_cross_attention").orElse(false)) {
      throw DecoderConfig.unsupported("This model looks at a second text (add_cross_attention)");
    }
    int hidden = config.required("n_embd", 1, DecoderConfig.MOST);
    int heads = config.required("n_head", 1, DecoderConfig.MOST);
    if (hidden % heads != 0) {
      throw config.wrong("n_embd", "a multiple of n_head");
    }
    return new DecoderSpec(
        modelType(),
        config.required("vocab_size", 1, DecoderConfig.MOST),
        hidden,
        DecoderConfig.layers(config, "n_layer"),
        heads,
        heads,
        hidden / heads,
        config.has("n_inner")
            ? config.required("n_inner", 1, DecoderConfig.MOST)
            : Math.multiplyExact(4, hidden),
        DecoderConfig.context(config, "n_positions", 1024),
        DecoderSpec.Norm.LAYER,
        DecoderConfig.epsilon(config, "layer_norm_epsilon", 1e-5),
        new DecoderSpec.Positions.Learned(),
        DecoderSpec.FeedForward.GELU_TANH,
        Optional.empty(),
        config.flag("tie_word_embeddings").orElse(true),
        NAMES);
  }

  @Override
  public Set<String> biases(JsonFields config, DecoderSpec decoder) {
    return Set.of("attn.c_attn", "attn.c_proj", "mlp.c_fc", "mlp.c_proj");
  }

  /** GPT-2 once saved its causal masks among the weights. */
  @Override
  public boolean ignores(String name) {
    return name.endsWith(".attn.bias") || name.endsWith(".attn.masked_bias");
  }
}
