package org.deltaworks.engine.nn;

import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.engine.kernel.Kernels;
import org.deltaworks.engine.kernel.Libtorch;

/**
 * What one model is computed with: libtorch, the kernels compiled for the model's shape, and the
 * scope that owns its long-lived arrays. Closing it frees all of them.
 *
 * @param torch libtorch
 * @param kernels compiled for this decoder
 * @param scope owner of what lives as long as the model
 */
public record Workspace(Libtorch torch, Kernels kernels, NDManager scope) implements AutoCloseable {

  /** Compiles the kernels for a decoder. */
  public static Workspace open(Libtorch torch, DecoderSpec spec) {
    NDManager scope = torch.newScope();
    return new Workspace(torch, torch.kernels(scope, attributes(spec)), scope);
  }

  private static Map<String, Object> attributes(DecoderSpec spec) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("heads", spec.heads());
    attributes.put("key_value_heads", spec.keyValueHeads());
    attributes.put("head_width", spec.headWidth());
    attributes.put("epsilon", spec.normEpsilon());
    attributes.put("root_mean_square", spec.norm() == DecoderSpec.Norm.RMS);
    attributes.put("gated", spec.feedForward() == DecoderSpec.FeedForward.GATED_SILU);
    attributes.put("window", spec.slidingWindow().orElse(0));
    return attributes;
  }

  @Override
  public void close() {
    kernels.close();
    scope.close();
  }
}
