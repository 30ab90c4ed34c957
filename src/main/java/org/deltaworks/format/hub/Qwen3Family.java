package org.deltaworks.format.hub;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.format.json.JsonFields;

/** Qwen 3, dense: Llama with a norm on each query and key head (arXiv 2505.09388). */
public final class Qwen3Family implements Family {
  private static final DecoderConfig.Defaults DEFAULTS =
      new DecoderConfig.Defaults(32_768, Optional.of(32), Optional.of(128));

  @Override
  public String modelType() {
    return "qwen3";
  }

  @Override
  public DecoderSpec decoder(JsonFields config) {
    DecoderConfig.refuseMixedLayers(config);
    return DecoderConfig.read(config, DEFAULTS, true, Optional.empty());
  }

  @Override
  public Set<String> biases(JsonFields config, DecoderSpec decoder) {
    Set<String> biases = new HashSet<>();
    if (config.flag("attention_bias").orElse(false)) {
      biases.addAll(decoder.names().queryKeyValue());
      biases.add(decoder.names().attentionOutput());
    }
    return biases;
  }
}
