package org.deltaworks.engine.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.models.DecoderNames;
import org.deltaworks.domain.models.DecoderSpec;

/**
 * Which tensor stands where in the lists that the kernels take, for weights and for their gradients
 * alike. Linear weights are turned to (out, in), also where they are stored the other way round.
 */
public final class DecoderLayout {
  /** Number of linear modules of a block that can be adapted. */
  public static final int MODULES = 7;

  private final DecoderSpec spec;
  private final DecoderNames names;
  private final NDArray empty;

  /**
   * Layout of a decoder.
   *
   * @param empty array of no numbers, which stands for what a model does not have
   */
  public DecoderLayout(DecoderSpec spec, NDArray empty) {
    this.spec = spec;
    this.names = spec.names();
    this.empty = empty;
  }

  /**
   * The twenty arrays of one block; where linear weights are kept in four bits, their constants and
   * scales stand behind them, fourteen arrays more.
   */
  public NDList block(int layer, TensorSource source) {
    NDList list = new NDList();
    List<Optional<String>> modules = modules(layer);
    vectors(list, source, names.in(layer, names.attentionNorm()));
    join(list, source, modules.subList(0, 3), 0);
    list.add(vector(source, names.queryNorm().map(n -> names.in(layer, n)), ".weight"));
    list.add(vector(source, names.keyNorm().map(n -> names.in(layer, n)), ".weight"));
    linear(list, source, modules.get(3));
    vectors(list, source, names.in(layer, names.feedForwardNorm()));
    join(list, source, modules.subList(4, 6), 1);
    linear(list, source, modules.get(6));
    if (modules.stream().anyMatch(m -> inFourBits(source, m).isPresent())) {
      modules.forEach(m -> constants(list, inFourBits(source, m)));
    }
    return list;
  }

  /** Final norm, its bias, and the head (V, C); the empty array for what the source lacks. */
  public NDList head(TensorSource source) {
    NDList list = new NDList();
    vectors(list, source, names.finalNorm());
    String head = spec.tiedHead() ? names.embedding() : names.head();
    list.add(vector(source, Optional.of(head), ".weight"));
    return list;
  }

  /** Token embedding (V, C), or the empty array. */
  public NDArray embedding(TensorSource source) {
    return vector(source, Optional.of(names.embedding()), ".weight");
  }

  /** Learned positions (context, C), or the empty array. */
  public NDArray positions(TensorSource source) {
    return vector(source, names.positionEmbedding(), ".weight");
  }

  /** Paths of the seven modules of a block in the kernels' order; empty where there is none. */
  public List<Optional<String>> modules(int layer) {
    List<String> qkv = names.queryKeyValue();
    return List.of(
        inBlock(layer, qkv.get(0)),
        names.fused() ? Optional.empty() : inBlock(layer, qkv.get(1)),
        names.fused() ? Optional.empty() : inBlock(layer, qkv.get(2)),
        inBlock(layer, names.attentionOutput()),
        names.gate().map(n -> names.in(layer, n)),
        inBlock(layer, names.up()),
        inBlock(layer, names.down()));
  }

  /** The array of no numbers. */
  public NDArray empty() {
    return empty;
  }

  /**
   * Linear modules that take the same input: one by one, or joined at one's place if they can be.
   */
  private void join(
      NDList list, TensorSource source, List<Optional<String>> modules, int placeOfJoined) {
    Optional<Joined> joined = joined(source, modules);
    for (int i = 0; i < modules.size(); i++) {
      if (joined.isEmpty()) {
        linear(list, source, modules.get(i));
      } else {
        list.add(i == placeOfJoined ? joined.get().weight() : empty);
        list.add(i == placeOfJoined ? joined.get().bias() : empty);
      }
    }
  }

  private record Joined(NDArray weight, NDArray bias) {}

  private Optional<Joined> joined(TensorSource source, List<Optional<String>> modules) {
    List<String> all = modules.stream().flatMap(Optional::stream).toList();
    if (names.inputFirst() || all.size() < modules.size()) {
      return Optional.empty();
    }
    Optional<NDArray> weight = source.joined(endingIn(all, ".weight"));
    if (endingIn(all, ".bias").stream().noneMatch(source::has)) {
      return weight.map(w -> new Joined(w, empty));
    }
    Optional<NDArray> bias = source.joined(endingIn(all, ".bias"));
    return weight.flatMap(w -> bias.map(b -> new Joined(w, b)));
  }

  private static List<String> endingIn(List<String> modules, String ending) {
    return modules.stream().map(m -> m + ending).toList();
  }

  /**
   * Tensors of a block that can be joined if they lie one behind the other: weights of query, key,
   * value, then their biases, and so for gate and up.
   */
  public List<List<String>> joinable(int layer) {
    List<Optional<String>> modules = modules(layer);
    List<List<String>> groups = new ArrayList<>();
    for (List<Optional<String>> some : List.of(modules.subList(0, 3), modules.subList(4, 6))) {
      List<String> all = some.stream().flatMap(Optional::stream).toList();
      groups.add(endingIn(all, ".weight"));
      groups.add(endingIn(all, ".bias"));
    }
    return groups;
  }

  private Optional<String> inBlock(int layer, String module) {
    return Optional.of(names.in(layer, module));
  }

  private void vectors(NDList list, TensorSource source, String module) {
    list.add(vector(source, Optional.of(module), ".weight"));
    list.add(vector(source, Optional.of(module), ".bias"));
  }

  private void linear(NDList list, TensorSource source, Optional<String> module) {
    Optional<FourBitMatrix> packed = inFourBits(source, module);
    if (packed.isPresent()) {
      list.add(packed.get().codes());
    } else {
      NDArray weight = vector(source, module, ".weight");
      list.add(names.inputFirst() && weight != empty ? weight.transpose() : weight);
    }
    list.add(vector(source, module, ".bias"));
  }

  private static Optional<FourBitMatrix> inFourBits(TensorSource source, Optional<String> module) {
    return module.flatMap(m -> source.inFourBits(m + ".weight"));
  }

  private void constants(NDList list, Optional<FourBitMatrix> packed) {
    list.add(packed.map(FourBitMatrix::constants).orElse(empty));
    list.add(packed.map(FourBitMatrix::scales).orElse(empty));
  }

  private NDArray vector(TensorSource source, Optional<String> module, String ending) {
    return module.map(m -> m + ending).filter(source::has).map(source::get).orElse(empty);
  }
}
