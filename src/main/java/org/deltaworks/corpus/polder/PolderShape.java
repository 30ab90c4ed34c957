package org.deltaworks.corpus.polder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.format.json.JsonFile;
import org.deltaworks.format.safetensors.OutgoingTensor;

/**
 * Size of the bundled model, in the Llama layout with tied embeddings.
 *
 * @param vocabulary tokens
 * @param hidden width
 * @param layers blocks
 * @param heads query heads
 * @param keyValueHeads key and value heads
 * @param intermediate width inside the feed-forward block
 * @param context tokens it can look back on
 */
public record PolderShape(
    int vocabulary,
    int hidden,
    int layers,
    int heads,
    int keyValueHeads,
    int intermediate,
    int context) {
  /** The first polder: 5.5 million parameters. */
  public static PolderShape first(int vocabulary) {
    return new PolderShape(vocabulary, 256, 6, 8, 4, 704, 512);
  }

  /** {@code config.json} as transformers reads it. */
  public ObjectNode config() {
    ObjectNode config = JsonFile.newObject();
    config.putArray("architectures").add("LlamaForCausalLM");
    config.put("attention_bias", false).put("attention_dropout", 0.0);
    config.put("bos_token_id", PolderTokens.END_ID).put("eos_token_id", PolderTokens.END_ID);
    config.put("pad_token_id", PolderTokens.PAD_ID);
    config.put("head_dim", hidden / heads).put("hidden_act", "silu").put("hidden_size", hidden);
    config.put("initializer_range", STANDARD_DEVIATION).put("intermediate_size", intermediate);
    config.put("max_position_embeddings", context).put("mlp_bias", false);
    config.put("model_type", "llama").put("num_attention_heads", heads);
    config.put("num_hidden_layers", layers).put("num_key_value_heads", keyValueHeads);
    config.put("rms_norm_eps", 1e-5).put("rope_theta", 10000.0);
    config.put("tie_word_embeddings", true).put("torch_dtype", "float32");
    config.put("use_cache", true).put("vocab_size", vocabulary);
    return config;
  }

  private static final double STANDARD_DEVIATION = 0.02;

  /**
   * Weights to begin with: normal with deviation 0.02, norms one, and the two projections that
   * write into the residual stream smaller by sqrt(2 · layers), as GPT-2 does (Radford et al.
   * 2019).
   */
  public List<OutgoingTensor> weights(long seed) {
    Random random = new Random(seed);
    double into = STANDARD_DEVIATION / Math.sqrt(2.0 * layers);
    int keyValue = hidden / heads * keyValueHeads;
    List<OutgoingTensor> all = new ArrayList<>();
    all.add(normal("model.embed_tokens.weight", vocabulary, hidden, STANDARD_DEVIATION, random));
    for (int i = 0; i < layers; i++) {
      String block = "model.layers." + i + ".";
      all.add(ones(block + "input_layernorm.weight"));
      all.add(
          normal(block + "self_attn.q_proj.weight", hidden, hidden, STANDARD_DEVIATION, random));
      all.add(
          normal(block + "self_attn.k_proj.weight", keyValue, hidden, STANDARD_DEVIATION, random));
      all.add(
          normal(block + "self_attn.v_proj.weight", keyValue, hidden, STANDARD_DEVIATION, random));
      all.add(normal(block + "self_attn.o_proj.weight", hidden, hidden, into, random));
      all.add(ones(block + "post_attention_layernorm.weight"));
      all.add(
          normal(block + "mlp.gate_proj.weight", intermediate, hidden, STANDARD_DEVIATION, random));
      all.add(
          normal(block + "mlp.up_proj.weight", intermediate, hidden, STANDARD_DEVIATION, random));
      all.add(normal(block + "mlp.down_proj.weight", hidden, intermediate, into, random));
    }
    all.add(ones("model.norm.weight"));
    return all;
  }

  /** Number of weights. */
  public long parameters() {
    return weights(0).stream().mapToLong(t -> t.bytes() / StoredTensor.Type.F32.bytes()).sum();
  }

  private OutgoingTensor ones(String name) {
    float[] numbers = new float[hidden];
    java.util.Arrays.fill(numbers, 1f);
    return OutgoingTensor.of(name, List.of((long) hidden), numbers);
  }

  private static OutgoingTensor normal(
      String name, int out, int in, double deviation, Random random) {
    float[] numbers = new float[out * in];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) (random.nextGaussian() * deviation);
    }
    return OutgoingTensor.of(name, List.of((long) out, (long) in), numbers);
  }
}
