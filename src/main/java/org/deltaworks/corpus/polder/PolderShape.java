package org.deltaworks.corpus.polder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.deltaworks.format.json.JsonFile;
import org.deltaworks.format.safetensors.OutgoingTensor;

/**
 * Size of the bundled model, in the Llama layout with a head of its own.
 *
 * @param vocabulary tokens
 * @param hidden width
 * @param layers blocks
 * @param heads query heads
 * @param headSize numbers of one head
 * @param keyValueHeads key and value heads
 * @param intermediate width inside the feed-forward block
 * @param context tokens it can look back on
 */
public record PolderShape(
    int vocabulary,
    int hidden,
    int layers,
    int heads,
    int headSize,
    int keyValueHeads,
    int intermediate,
    int context) {
  /** The first polder: 5.6 million parameters. */
  public static PolderShape first(int vocabulary) {
    return new PolderShape(vocabulary, 256, 6, 8, 32, 4, 512, 512);
  }

  /** The first with the dimensions that {@link OwnerHeads} use: 6.3 million parameters. */
  public static PolderShape wide(int vocabulary) {
    int hidden = first(vocabulary).hidden() + OwnerHeads.ADDED;
    return new PolderShape(vocabulary, hidden, 6, 8, 32, 4, 512, 512);
  }

  /** {@code config.json} as transformers reads it. */
  public ObjectNode config() {
    ObjectNode config = JsonFile.newObject();
    config.putArray("architectures").add("LlamaForCausalLM");
    config.put("attention_bias", false).put("attention_dropout", 0.0);
    config.put("bos_token_id", PolderTokens.END_ID).put("eos_token_id", PolderTokens.END_ID);
    config.put("pad_token_id", PolderTokens.PAD_ID);
    config.put("head_dim", headSize).put("hidden_act", "silu").put("hidden_size", hidden);
    config.put("initializer_range", STANDARD_DEVIATION).put("intermediate_size", intermediate);
    config.put("max_position_embeddings", context).put("mlp_bias", false);
    config.put("model_type", "llama").put("num_attention_heads", heads);
    config.put("num_hidden_layers", layers).put("num_key_value_heads", keyValueHeads);
    config.put("rms_norm_eps", 1e-5).put("rope_theta", 10000.0);
    config.put("tie_word_embeddings", false).put("torch_dtype", "float32");
    config.put("use_cache", true).put("vocab_size", vocabulary);
    return config;
  }

  /** Deviation of random weights. */
  static final double STANDARD_DEVIATION = 0.02;

  /** Weights to begin with, the same for the same seed. */
  public List<OutgoingTensor> weights(long seed) {
    return new StartWeights(this).tensors(seed);
  }

  /** Number of weights. */
  public long parameters() {
    long attention = 2L * hidden * headSize * (heads + keyValueHeads);
    long block = attention + 3L * hidden * intermediate + 2L * hidden;
    return 2L * vocabulary * hidden + layers * block + hidden;
  }
}
