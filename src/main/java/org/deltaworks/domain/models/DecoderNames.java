package org.deltaworks.domain.models;

import java.util.List;
import java.util.Optional;

/**
 * Canonical module paths of a decoder, as transformers names them, without {@code .weight} or
 * {@code .bias}. Paths of a block are relative to {@link #block(int)}. Whether a bias exists is
 * answered by the model's tensors, not here.
 *
 * @param embedding token embedding, such as {@code model.embed_tokens}
 * @param positionEmbedding learned positions, such as {@code transformer.wpe}
 * @param blocks the list of blocks, such as {@code model.layers}
 * @param attentionNorm norm before attention
 * @param queryKeyValue either three paths (query, key, value) or one fused path
 * @param queryNorm norm of each query head, as in Qwen 3
 * @param keyNorm norm of each key head
 * @param attentionOutput projection after attention
 * @param feedForwardNorm norm before the feed-forward network
 * @param gate gate projection, if the network is gated
 * @param up up projection
 * @param down down projection
 * @param finalNorm norm after the last block
 * @param head output projection, such as {@code lm_head}
 * @param inputFirst whether linear weights are stored [in, out] (GPT-2's Conv1D) instead of [out,
 *     in]
 */
public record DecoderNames(
    String embedding,
    Optional<String> positionEmbedding,
    String blocks,
    String attentionNorm,
    List<String> queryKeyValue,
    Optional<String> queryNorm,
    Optional<String> keyNorm,
    String attentionOutput,
    String feedForwardNorm,
    Optional<String> gate,
    String up,
    String down,
    String finalNorm,
    String head,
    boolean inputFirst) {

  public DecoderNames {
    queryKeyValue = List.copyOf(queryKeyValue);
    if (queryKeyValue.size() != 3 && queryKeyValue.size() != 1) {
      throw new IllegalArgumentException("query, key and value are three modules or one");
    }
  }

  /** Path of one block, such as {@code model.layers.3}. */
  public String block(int layer) {
    return blocks + "." + layer;
  }

  /** Full path of a module of one block. */
  public String in(int layer, String module) {
    return block(layer) + "." + module;
  }

  /** Whether query, key and value are one joined matrix. */
  public boolean fused() {
    return queryKeyValue.size() == 1;
  }
}
