package org.deltaworks.corpus.polder;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.format.safetensors.OutgoingTensor;
import org.deltaworks.format.safetensors.TensorNumbers;

/**
 * The weights of a model with more dimensions in its residual stream, of which nothing is read or
 * written yet: it computes what it did (function-preserving growth, Chen et al. 2015, arXiv
 * 1511.05641). Gains of the norms are made smaller, since a mean over more dimensions is smaller.
 */
final class WiderModel {
  private final Map<String, WeightMatrix> weights = new TreeMap<>();
  private final PolderShape shape;

  /**
   * Reads and widens a model's weights.
   *
   * @param narrow width they have
   * @param shape what comes out
   */
  WiderModel(Map<String, StoredTensor> stored, int narrow, PolderShape shape) {
    this.shape = shape;
    TensorNumbers numbers = new TensorNumbers();
    stored.forEach((name, tensor) -> weights.put(name, widened(name, tensor, numbers, narrow)));
  }

  private WeightMatrix widened(
      String name, StoredTensor tensor, TensorNumbers numbers, int narrow) {
    List<Long> sizes = tensor.shape();
    int columns = Math.toIntExact(sizes.getLast());
    int rows = sizes.size() == 1 ? 1 : Math.toIntExact(sizes.getFirst());
    WeightMatrix matrix = new WeightMatrix(name, rows, columns, numbers.read(tensor));
    boolean writes = name.endsWith("o_proj.weight") || name.endsWith("down_proj.weight");
    if (writes) {
      return matrix.enlarged(shape.hidden(), columns);
    }
    WeightMatrix wide = matrix.enlarged(rows, shape.hidden());
    if (name.endsWith("norm.weight")) {
      double smaller = Math.sqrt(narrow / (double) shape.hidden());
      for (int i = 0; i < shape.hidden(); i++) {
        wide.set(0, i, smaller * (i < narrow ? wide.get(0, i) : 1));
      }
    }
    return wide;
  }

  /** Takes the heads of a key and value group out. */
  void silence(int block, int group) {
    int size = shape.headSize();
    int heads = shape.heads() / shape.keyValueHeads();
    query(block).clearRows(group * heads * size, (group + 1) * heads * size);
    key(block).clearRows(group * size, (group + 1) * size);
    value(block).clearRows(group * size, (group + 1) * size);
    out(block).clearColumns(group * heads * size, (group + 1) * heads * size);
  }

  WeightMatrix embedding() {
    return weight("model.embed_tokens");
  }

  WeightMatrix head() {
    return weight("lm_head");
  }

  WeightMatrix query(int block) {
    return weight("model.layers." + block + ".self_attn.q_proj");
  }

  WeightMatrix key(int block) {
    return weight("model.layers." + block + ".self_attn.k_proj");
  }

  WeightMatrix value(int block) {
    return weight("model.layers." + block + ".self_attn.v_proj");
  }

  WeightMatrix out(int block) {
    return weight("model.layers." + block + ".self_attn.o_proj");
  }

  WeightMatrix gate(int block) {
    return weight("model.layers." + block + ".mlp.gate_proj");
  }

  WeightMatrix up(int block) {
    return weight("model.layers." + block + ".mlp.up_proj");
  }

  WeightMatrix down(int block) {
    return weight("model.layers." + block + ".mlp.down_proj");
  }

  private WeightMatrix weight(String name) {
    WeightMatrix weight = weights.get(name + ".weight");
    if (weight == null) {
      throw new IllegalArgumentException("no " + name + " in this model");
    }
    return weight;
  }

  /** All of them, under their Hugging Face names. */
  List<OutgoingTensor> tensors() {
    return weights.values().stream().map(WeightMatrix::outgoing).toList();
  }
}
