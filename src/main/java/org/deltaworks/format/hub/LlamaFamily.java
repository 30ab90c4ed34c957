package org.deltaworks.format.hub;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.format.json.JsonFields;

/** Llama 2 and 3, SmolLM2, TinyLlama (arXiv 2307.09288, 2407.21783). */
public final class LlamaFamily implements Family {
  private static final DecoderConfig.Defaults DEFAULTS =
      new DecoderConfig.Defaults(2048, Optional.empty(), Optional.empty());

  @Override
  public String modelType() {
    return "llama";
  }

  @Override
  public DecoderSpec decoder(JsonFields config) {
    DecoderConfig.refuseMixedLayers(config);
    return DecoderConfig.read(config, DEFAULTS, false, Optional.empty());
  }

  @Override
  public Set<String> biases(JsonFields config, DecoderSpec decoder) {
    Set<String> biases = new HashSet<>();
    if (config.flag("attention_bias").orElse(false)) {
      biases.addAll(decoder.names().queryKeyValue());
      biases.add(decoder.names().attentionOutput());
    }
    if (config.flag("mlp_bias").orElse(false)) {
      biases.add(decoder.names().gate().orElseThrow());
      biases.add(decoder.names().up());
      biases.add(decoder.names().down());
    }
    return biases;
  }
}
