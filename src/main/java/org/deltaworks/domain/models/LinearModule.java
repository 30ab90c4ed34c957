package org.deltaworks.domain.models;

/**
 * A linear layer that LoRA can adapt.
 *
 * @param path full module path, such as {@code model.layers.0.self_attn.q_proj}
 * @param layer index of its block
 * @param name last part of the path, such as {@code q_proj}
 * @param in input features
 * @param out output features
 */
public record LinearModule(String path, int layer, String name, int in, int out) {
  /** Numbers in its weight matrix. */
  public long parameters() {
    return (long) in * out;
  }

  /** Numbers that a LoRA pair of this rank adds: {@code rank * (in + out)}. */
  public long loraParameters(int rank) {
    return (long) rank * (in + out);
  }
}
