package org.deltaworks.format.hub;

import java.util.Optional;
import java.util.Set;
import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.format.json.JsonFields;

/** Qwen 1.5, 2 and 2.5: Llama with a bias on query, key and value (arXiv 2407.10671). */
public final class Qwen2Family implements Family {
  private static final DecoderConfig.Defaults DEFAULTS =
      new DecoderConfig.Defaults(32_768, Optional.of(32), Optional.empty());

  @Override
  public String modelType() {
    return "qwen2";
  }

  @Override
  public DecoderSpec decoder(JsonFields config) {
    DecoderConfig.refuseMixedLayers(config);
    return DecoderConfig.read(config, DEFAULTS, false, Optional.empty());
  }

  @Override
  public Set<String> biases(JsonFields config, DecoderSpec decoder) {
    return Set.copyOf(decoder.names().queryKeyValue());
  }
}
