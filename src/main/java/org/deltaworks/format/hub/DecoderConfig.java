package org.deltaworks.format.hub;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deltaworks.domain.models.DecoderNames;
import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.format.json.JsonFields;

/** What the families that descend from Llama share in their {@code config.json}. */
final class DecoderConfig {
  static final int MOST = 1 << 24;

  /** What a family takes where its configuration says nothing, as transformers does. */
  record Defaults(int context, Optional<Integer> keyValueHeads, Optional<Integer> headWidth) {}

  private static final Set<String> SILU = Set.of("silu", "swish");

  private DecoderConfig() {}

  static DecoderSpec read(
      JsonFields config, Defaults defaults, boolean headNorms, Optional<Integer> slidingWindow) {
    int hidden = config.required("hidden_size", 1, MOST);
    int heads = config.required("num_attention_heads", 1, MOST);
    refuseActivation(config, "hidden_act", "silu", SILU);
    int keyValueHeads =
        config
            .whole("num_key_value_heads")
            .or(() -> absent(config, "num_key_value_heads", defaults.keyValueHeads()))
            .orElse(heads);
    int headWidth =
        config
            .whole("head_dim")
            .or(() -> absent(config, "head_dim", defaults.headWidth()))
            .orElseGet(() -> divided(config, hidden, heads));
    if (keyValueHeads < 1 || heads % keyValueHeads != 0) {
      throw config.wrong("num_key_value_heads", "a divisor of num_attention_heads");
    }
    if (headWidth < 2 || headWidth % 2 != 0 || (long) heads * headWidth > MOST) {
      throw config.wrong("head_dim", "an even number that fits the model");
    }
    return new DecoderSpec(
        config.text("model_type").orElseThrow(),
        config.required("vocab_size", 1, MOST),
        hidden,
        layers(config, "num_hidden_layers"),
        heads,
        keyValueHeads,
        headWidth,
        config.required("intermediate_size", 1, MOST),
        context(config, "max_position_embeddings", defaults.context()),
        DecoderSpec.Norm.RMS,
        epsilon(config, "rms_norm_eps", 1e-6),
        new RotaryConfig(config).read(),
        DecoderSpec.FeedForward.GATED_SILU,
        slidingWindow,
        config.flag("tie_word_embeddings").orElse(false),
        names(headNorms));
  }

  /** Names as LlamaModel and its descendants use. */
  private static DecoderNames names(boolean headNorms) {
    return new DecoderNames(
        "model.embed_tokens",
        Optional.empty(),
        "model.layers",
        "input_layernorm",
        List.of("self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj"),
        headNorms ? Optional.of("self_attn.q_norm") : Optional.empty(),
        headNorms ? Optional.of("self_attn.k_norm") : Optional.empty(),
        "self_attn.o_proj",
        "post_attention_layernorm",
        Optional.of("mlp.gate_proj"),
        "mlp.up_proj",
        "mlp.down_proj",
        "model.norm",
        "lm_head",
        false);
  }

  static int layers(JsonFields config, String key) {
    return config.required(key, 1, 10_000);
  }

  static int context(JsonFields config, String key, int otherwise) {
    int context = config.whole(key).orElse(otherwise);
    if (context < 1) {
      throw config.wrong(key, "a positive number");
    }
    return context;
  }

  static double epsilon(JsonFields config, String key, double otherwise) {
    double epsilon = config.number(key).orElse(otherwise);
    if (!(epsilon > 0)) {
      throw config.wrong(key, "a positive number");
    }
    return epsilon;
  }

  /** Refuses configurations that ask for layers of different kinds. */
  static void refuseMixedLayers(JsonFields config) {
    if (config.flag("use_sliding_window").orElse(false)) {
      throw unsupported(
          "This model uses a sliding window in some of its layers (use_sliding_window)");
    }
    if (config.texts("layer_types").stream().anyMatch(type -> !type.equals("full_attention"))) {
      throw unsupported("This model mixes layers of different kinds (layer_types)");
    }
  }

  static void refuseActivation(
      JsonFields config, String key, String usual, Set<String> understood) {
    String activation = config.text(key).orElse(usual);
    if (!understood.contains(activation)) {
      throw unsupported(
          "This model uses the activation \"%s\", where its family uses \"%s\""
              .formatted(activation, usual));
    }
  }

  /** A problem to throw for a model that is right in itself but not computed here. */
  static ProblemException unsupported(String what) {
    return Problem.of(
            Problem.Kind.BAD_MODEL,
            what + ", which Deltaworks does not compute yet.",
            "Choose another model.")
        .asException();
  }

  private static int divided(JsonFields config, int hidden, int heads) {
    if (hidden % heads != 0) {
      throw config.wrong("hidden_size", "a multiple of num_attention_heads");
    }
    return hidden / heads;
  }

  /** A default counts only where the key is missing; an explicit null means "derive it". */
  private static Optional<Integer> absent(
      JsonFields config, String key, Optional<Integer> otherwise) {
    return config.mentions(key) ? Optional.empty() : otherwise;
  }
}
