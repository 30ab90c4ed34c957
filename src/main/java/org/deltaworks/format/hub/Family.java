package org.deltaworks.format.hub;

import java.util.Set;
import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.format.json.JsonFields;

/**
 * A decoder family: a function from {@code config.json} to what the engine computes. A further
 * family is one more of these and one test.
 */
public interface Family {
  /** The name in {@code config.json}'s {@code model_type}. */
  String modelType();

  /**
   * Reads the configuration.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if it asks for something that the engine
   *     does not compute
   */
  DecoderSpec decoder(JsonFields config);

  /** Modules of a block, relative to it, whose linear layer has a bias. */
  Set<String> biases(JsonFields config, DecoderSpec decoder);

  /** Whether a stored tensor is a buffer that old versions saved and nobody needs. */
  default boolean ignores(String name) {
    return name.endsWith(".rotary_emb.inv_freq");
  }
}
