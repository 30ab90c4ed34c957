package org.deltaworks.format.hub;

import java.util.Optional;
import java.util.Set;
import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.format.json.JsonFields;

/** Mistral 7B and its relatives: Llama with a sliding window (arXiv 2310.06825). */
public final class MistralFamily implements Family {
  private static final String WINDOW = "sliding_window";
  private static final int USUAL_WINDOW = 4096;
  private static final DecoderConfig.Defaults DEFAULTS =
      new DecoderConfig.Defaults(131_072, Optional.of(8), Optional.empty());

  @Override
  public String modelType() {
    return "mistral";
  }

  @Override
  public DecoderSpec decoder(JsonFields config) {
    Optional<Integer> window =
        config.mentions(WINDOW) ? config.whole(WINDOW) : Optional.of(USUAL_WINDOW);
    if (window.isPresent() && window.get() < 1) {
      throw config.wrong(WINDOW, "a positive number or null");
    }
    return DecoderConfig.read(config, DEFAULTS, false, window);
  }

  @Override
  public Set<String> biases(JsonFields config, DecoderSpec decoder) {
    return Set.of();
  }
}
