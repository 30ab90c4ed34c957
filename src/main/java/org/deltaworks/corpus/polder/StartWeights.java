package org.deltaworks.corpus.polder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.deltaworks.format.safetensors.OutgoingTensor;

/**
 * The weights that pre-training of the bundled model begins with.
 *
 * <p>Embeddings are large and the head is not tied to them: what tells words apart outlasts the
 * first steps, in which all weights of the head move the same way to learn how frequent words are.
 * Matrices are normal with deviation 0.02, those that write into the residual stream smaller by
 * sqrt(2 · layers), as in GPT-2 (Radford et al. 2019). The attention of the first three blocks
 * starts as something that works, because a small model on few tokens does not find it by itself:
 * heads of the first block look one word back, two back, at the last few and at the last thirty,
 * and write what they see into dimensions of their own; the second finds earlier places of the
 * present word and copies what followed there (induction heads, Olsson et al. 2022); the third
 * copies from places with similar words around. Starting attention from a structure in place of
 * noise is the idea of mimetic initialisation (Trockman and Kolter 2023). Training changes every
 * number.
 *
 * @param shape sizes
 */
record StartWeights(PolderShape shape) {
  private static final double DEVIATION = PolderShape.STANDARD_DEVIATION;
  private static final double EMBEDDING = 0.28;
  private static final int CONSTANT = 8;
  private static final double CONSTANT_SIZE = 0.8;
  private static final double TYPICAL = 0.9;

  /** All tensors under their Hugging Face names. */
  List<OutgoingTensor> tensors(long seed) {
    Random random = new Random(seed);
    double into = DEVIATION / Math.sqrt(2.0 * shape.layers());
    List<OutgoingTensor> all = new ArrayList<>();
    float[] embedding = embedding(random);
    all.add(tensor("model.embed_tokens.weight", embedding, shape.hidden()));
    all.add(tensor("lm_head.weight", head(embedding), shape.hidden()));
    for (int i = 0; i < shape.layers(); i++) {
      String block = "model.layers." + i + ".";
      all.add(ones(block + "input_layernorm.weight"));
      all.addAll(attention(i, block + "self_attn.", into, random));
      all.add(ones(block + "post_attention_layernorm.weight"));
      all.add(normal(block + "mlp.gate_proj", shape.intermediate(), shape.hidden(), random));
      all.add(normal(block + "mlp.up_proj", shape.intermediate(), shape.hidden(), random));
      all.add(
          tensor(
              block + "mlp.down_proj.weight",
              noise(shape.hidden(), shape.intermediate(), into, random),
              shape.intermediate()));
    }
    all.add(ones("model.norm.weight"));
    return all;
  }

  /** Words in the first dimensions, the same constant for every word in a few, the rest free. */
  private float[] embedding(Random random) {
    int hidden = shape.hidden();
    float[] rows = new float[shape.vocabulary() * hidden];
    for (int row = 0; row < shape.vocabulary(); row++) {
      for (int i = 0; i < word(); i++) {
        rows[row * hidden + i] = (float) (random.nextGaussian() * EMBEDDING);
      }
      for (int i = word(); i < word() + CONSTANT; i++) {
        rows[row * hidden + i] = (float) CONSTANT_SIZE;
      }
    }
    return rows;
  }

  /** Tells words by the dimensions that hold them. */
  private float[] head(float[] embedding) {
    float[] rows = new float[embedding.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i % shape.hidden() < word() ? embedding[i] / 10 : 0;
    }
    return rows;
  }

  private List<OutgoingTensor> attention(int layer, String name, double into, Random random) {
    int hidden = shape.hidden();
    int keyValue = shape.headSize() * shape.keyValueHeads();
    float[] query = noise(hidden, hidden, DEVIATION, random);
    float[] key = noise(keyValue, hidden, DEVIATION, random);
    float[] value = noise(keyValue, hidden, DEVIATION, random);
    float[] out = noise(hidden, hidden, into, random);
    Block block = new Block(query, key, value, out);
    if (layer == 0) {
      lookBack(block);
    } else if (layer == 1) {
      copyWhatFollowed(block);
    } else if (layer == 2) {
      copyFromAlike(block);
    }
    return List.of(
        tensor(name + "q_proj.weight", query, hidden),
        tensor(name + "k_proj.weight", key, hidden),
        tensor(name + "v_proj.weight", value, hidden),
        tensor(name + "o_proj.weight", out, hidden));
  }

  private record Block(float[] query, float[] key, float[] value, float[] out) {}

  private static final double[] SHARP = {5, 5, 4, 3, 3, 1, 1};
  private static final double[] FEW = {0, 0, 0, 0.5, 3, 3, 2, 1};
  private static final double[] MANY = {0, 0, 0, 0, 0, 0.5, 3, 3, 2, 1};
  private static final double[] GAIN = {1, 1, 2.5, 3};
  private static final int HEADS_THAT_LOOK_BACK = 4;

  /** First block: heads 0 to 3 look one back, two back, at the last few and at the last thirty. */
  private void lookBack(Block block) {
    int size = shape.headSize();
    double[][] weights = {SHARP, SHARP, FEW, MANY};
    int[] back = {1, 2, 0, 0};
    for (int group = 0; group < 2; group++) {
      clearRows(block.key, group * size, size);
      clearRows(block.value, group * size, size);
      for (int f = 0; f < size / 2; f++) {
        spreadConstant(block.key, group * size + f, 1);
      }
      for (int row = 0; row < size; row++) {
        readWords(block.value, group * size + row, new Random(group * 1000L + row));
      }
    }
    for (int head = 0; head < HEADS_THAT_LOOK_BACK; head++) {
      clearRows(block.query, head * size, size);
      for (int f = 0; f < weights[head].length; f++) {
        double angle = -back[head] * Math.pow(10_000, -2.0 * f / size);
        double strength = weights[head][f] * Math.sqrt(size);
        spreadConstant(block.query, head * size + f, strength * Math.cos(angle));
        spreadConstant(block.query, head * size + size / 2 + f, strength * Math.sin(angle));
      }
      for (int i = 0; i < shape.hidden(); i++) {
        for (int d = 0; d < size; d++) {
          int place = i * shape.hidden() + head * size + d;
          block.out[place] = i == slot(head) + d ? (float) (EMBEDDING * GAIN[head]) : 0;
        }
      }
    }
  }

  private static final double SURE = 2.2;
  private static final double COPIED = 10;
  private static final double VAGUE = 1.2;
  private static final double HINTED = 0.5;

  /**
   * Second block: the even heads look for places where the present word stood one back, and copy
   * the word they find there, a quarter of its dimensions for each group of heads.
   */
  private void copyWhatFollowed(Block block) {
    copyWords(block, COPIED);
    for (int group = 0; group < shape.keyValueHeads(); group++) {
      readSlot(block.key, group, slot(0), SURE);
    }
    for (int head = 0; head < shape.heads(); head += 2) {
      matchWords(block.query, head, SURE);
      silence(block.out, head + 1);
    }
  }

  /** Third block: the same for places with much the same words around. */
  private void copyFromAlike(Block block) {
    copyWords(block, HINTED);
    for (int group = 0; group < shape.keyValueHeads(); group++) {
      readSlot(block.key, group, slot(2), VAGUE);
    }
    for (int head = 0; head < shape.heads(); head++) {
      readSlot(block.query, head, slot(2 + head % 2), VAGUE);
    }
  }

  private void copyWords(Block block, double gain) {
    double[][] directions = Orthonormal.rows(word(), new Random(5000));
    int size = shape.headSize();
    int part = word() / shape.keyValueHeads();
    Arrays.fill(block.value, 0);
    Arrays.fill(block.out, 0);
    for (int head = 0; head < shape.heads(); head++) {
      int group = head * shape.keyValueHeads() / shape.heads();
      for (int d = 0; d < part; d++) {
        double[] direction = directions[group * part + d];
        for (int i = 0; i < word(); i++) {
          block.value[(group * size + d) * shape.hidden() + i] = (float) direction[i];
          block.out[i * shape.hidden() + head * size + d] =
              (float) (direction[i] * EMBEDDING * gain);
        }
      }
    }
  }

  private void silence(float[] out, int head) {
    int size = shape.headSize();
    for (int i = 0; i < shape.hidden(); i++) {
      for (int d = 0; d < size; d++) {
        out[i * shape.hidden() + head * size + d] *= 0.05f / (float) COPIED;
      }
    }
  }

  /** Dimensions that hold the present word. */
  private int word() {
    return shape.hidden() - HEADS_THAT_LOOK_BACK * shape.headSize() - CONSTANT;
  }

  /** Where a head of the first block writes what it has seen. */
  private int slot(int head) {
    return word() + CONSTANT + head * shape.headSize();
  }

  /** Reads a slot of the residual stream, in the pairs that turn slowly with the position. */
  private void readSlot(float[] matrix, int head, int slot, double strength) {
    int size = shape.headSize();
    clearRows(matrix, head * size, size);
    for (int d = 0; d < size; d++) {
      if (slow(d)) {
        matrix[(head * size + d) * shape.hidden() + slot + d] = (float) strength;
      }
    }
  }

  /** Reads the word as the first heads of the first block do. */
  private void matchWords(float[] matrix, int head, double strength) {
    int size = shape.headSize();
    clearRows(matrix, head * size, size);
    for (int d = 0; d < size; d++) {
      if (slow(d)) {
        readWords(matrix, head * size + d, new Random(d));
        for (int i = 0; i < word(); i++) {
          matrix[(head * size + d) * shape.hidden() + i] *= (float) strength;
        }
      }
    }
  }

  private boolean slow(int dimension) {
    return dimension % (shape.headSize() / 2) > shape.headSize() / 4;
  }

  private void readWords(float[] matrix, int row, Random random) {
    for (int i = 0; i < word(); i++) {
      matrix[row * shape.hidden() + i] =
          (float) (random.nextGaussian() / Math.sqrt(word()) / TYPICAL);
    }
  }

  private void spreadConstant(float[] matrix, int row, double size) {
    double typical = CONSTANT_SIZE / EMBEDDING;
    for (int i = word(); i < word() + CONSTANT; i++) {
      matrix[row * shape.hidden() + i] = (float) (size / (typical * CONSTANT));
    }
  }

  private void clearRows(float[] matrix, int from, int rows) {
    Arrays.fill(matrix, from * shape.hidden(), (from + rows) * shape.hidden(), 0f);
  }

  private OutgoingTensor ones(String name) {
    float[] numbers = new float[shape.hidden()];
    Arrays.fill(numbers, 1f);
    return OutgoingTensor.of(name, List.of((long) shape.hidden()), numbers);
  }

  private static OutgoingTensor normal(String name, int out, int in, Random random) {
    return tensor(name + ".weight", noise(out, in, DEVIATION, random), in);
  }

  private static float[] noise(int out, int in, double deviation, Random random) {
    float[] numbers = new float[out * in];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) (random.nextGaussian() * deviation);
    }
    return numbers;
  }

  private static OutgoingTensor tensor(String name, float[] numbers, int in) {
    return OutgoingTensor.of(name, List.of((long) numbers.length / in, (long) in), numbers);
  }
}
