package org.deltaworks.ui.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.DecoderNames;
import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.domain.models.LinearModule;

/** Bases for tests, with the shapes of real ones. */
final class Bases {
  private Bases() {}

  /** stories260K: 5 layers, width 64, 8 heads on 4. */
  static BaseModel llama(int layers) {
    DecoderNames names =
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
            false);
    List<LinearModule> modules = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      modules.add(module(names, layer, "self_attn.q_proj", 64, 64));
      modules.add(module(names, layer, "self_attn.k_proj", 64, 32));
      modules.add(module(names, layer, "self_attn.v_proj", 64, 32));
      modules.add(module(names, layer, "self_attn.o_proj", 64, 64));
      modules.add(module(names, layer, "mlp.gate_proj", 64, 172));
      modules.add(module(names, layer, "mlp.up_proj", 64, 172));
      modules.add(module(names, layer, "mlp.down_proj", 172, 64));
    }
    return base("stories260K", "llama", names, modules, layers, 260_032);
  }

  /** GPT-2 medium: 24 layers, width 1024, fused query, key and value. */
  static BaseModel gpt2Medium() {
    DecoderNames names =
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
    List<LinearModule> modules = new ArrayList<>();
    for (int layer = 0; layer < 24; layer++) {
      modules.add(module(names, layer, "attn.c_attn", 1024, 3072));
      modules.add(module(names, layer, "attn.c_proj", 1024, 1024));
      modules.add(module(names, layer, "mlp.c_fc", 1024, 4096));
      modules.add(module(names, layer, "mlp.c_proj", 4096, 1024));
    }
    return base("gpt2-medium", "gpt2", names, modules, 24, 354_823_168);
  }

  private static LinearModule module(DecoderNames names, int layer, String path, int in, int out) {
    return new LinearModule(
        names.in(layer, path), layer, path.substring(path.lastIndexOf('.') + 1), in, out);
  }

  private static BaseModel base(
      String name,
      String type,
      DecoderNames names,
      List<LinearModule> modules,
      int layers,
      long parameters) {
    DecoderSpec decoder =
        new DecoderSpec(
            type,
            512,
            64,
            layers,
            8,
            4,
            8,
            172,
            512,
            DecoderSpec.Norm.RMS,
            1e-5,
            new DecoderSpec.Positions.Learned(),
            DecoderSpec.FeedForward.GATED_SILU,
            Optional.empty(),
            true,
            names);
    return new BaseModel(
        name,
        Path.of(name),
        decoder,
        modules,
        parameters,
        4 * parameters,
        "F32",
        Optional.of("mit"),
        Optional.empty());
  }
}
