package org.deltaworks.engine.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.deltaworks.domain.models.DecoderSpec;
import org.deltaworks.domain.models.DecoderSpec.Positions.Rotary;
import org.deltaworks.engine.kernel.FixedArguments;
import org.deltaworks.engine.kernel.Kernels;
import org.jspecify.annotations.Nullable;

/**
 * A decoder-only transformer over given weights. Its methods are the pieces of a pass; whoever
 * calls them decides which results are kept. Shapes: N tokens, C hidden, V vocabulary.
 */
public final class Decoder {
  private final Workspace work;
  private final DecoderSpec spec;
  private final DecoderLayout layout;
  private final List<NDList> blocks = new ArrayList<>();
  private final NDList head;
  private final NDArray embedding;
  private final NDArray positionTable;
  private final NDArray frequencies;
  private final NDArray type;
  private final NDList frozen;
  private @Nullable Optional<FixedArguments> handedOver;

  /**
   * A decoder.
   *
   * @param weights gives its tensors; they must live as long as the decoder
   * @param compute type of the computation
   */
  public Decoder(Workspace work, DecoderSpec spec, TensorSource weights, NumberType compute) {
    this.work = work;
    this.spec = spec;
    NDManager scope = work.scope();
    this.layout = new DecoderLayout(spec, scope.create(new Shape(0)));
    for (int layer = 0; layer < spec.layers(); layer++) {
      blocks.add(layout.block(layer, weights));
    }
    this.head = layout.head(weights);
    this.embedding = layout.embedding(weights);
    this.positionTable = layout.positions(weights);
    this.frequencies =
        spec.positions() instanceof Rotary rotary
            ? scope.create(RotaryFrequencies.of(rotary, spec.headWidth()))
            : layout.empty();
    this.type = scope.create(compute.code());
    this.frozen = new NDList(layout.empty(), layout.empty(), layout.empty());
  }

  /** What it looks like. */
  public DecoderSpec spec() {
    return spec;
  }

  /** Where each tensor stands. */
  public DecoderLayout layout() {
    return layout;
  }

  /** What it is computed with. */
  public Workspace work() {
    return work;
  }

  /** Weights of one block in the kernels' order. */
  public NDList block(int layer) {
    return blocks.get(layer);
  }

  /** Embedding of the tokens: (N) to (N, C). */
  public NDArray embed(NDManager scope, NDArray ids, NDArray positions) {
    return kernels().one(scope, "embed", ids, positions, embedding, positionTable, type);
  }

  /**
   * Cosines and sines for positions (N), each (N, 1, D), the first half of the sines negated as the
   * kernels take them; empty arrays without rotary positions.
   */
  public NDList rotation(NDManager scope, NDArray positions, NDArray like) {
    return frequencies == layout.empty()
        ? new NDList(layout.empty(), layout.empty())
        : kernels().all(scope, "rotary", positions, frequencies, like);
  }

  /**
   * One block.
   *
   * @return its output (N, C), and behind it what {@link #backward} needs
   */
  public NDList forward(
      NDManager scope,
      int layer,
      NDArray x,
      NDList rotation,
      NDArray groups,
      BlockAdapters adapters) {
    return kernels()
        .all(
            scope,
            "block",
            x,
            rotation.get(0),
            rotation.get(1),
            groups,
            adapters.settings(),
            blocks.get(layer),
            adapters.pairs());
  }

  /**
   * The way back through one block; adds the gradients of what is trained in it.
   *
   * @param gradient of its output (N, C); written over
   * @param x its input (N, C)
   * @param kept what {@link #forward} returned; written over
   * @return gradient of its input (N, C)
   */
  public NDArray backward(
      NDManager scope,
      int layer,
      NDArray gradient,
      NDArray x,
      NDList kept,
      NDList rotation,
      NDArray groups,
      BlockAdapters adapters,
      TrainedBlock trained) {
    return kernels()
        .one(
            scope,
            "block_back",
            gradient,
            x,
            kept,
            rotation.get(0),
            rotation.get(1),
            groups,
            adapters.settings(),
            blocks.get(layer),
            trained.weights(),
            adapters.pairs(),
            trained.adapters());
  }

  /**
   * Loss and its gradient for the last block's output, the logits never whole.
   *
   * @param scale factor on the gradient: one over the label tokens of the optimizer step
   * @param gradients of final norm, its bias and head, added to, each the empty array where it is
   *     frozen; an empty list when all are
   * @return [sum of the negative log-likelihoods (float64), scaled gradient (N, C)]
   */
  public NDList loss(
      NDManager scope, NDArray x, NDArray at, NDArray targets, double scale, NDList gradients) {
    return kernels()
        .all(
            scope,
            "loss",
            x,
            at,
            targets,
            scope.create(scale),
            head,
            gradients.isEmpty() ? frozen : gradients);
  }

  /** Negative log-likelihood of each target (M). */
  public NDArray likelihood(NDManager scope, NDArray x, NDArray at, NDArray targets) {
    return kernels().one(scope, "likelihood", x, at, targets, head);
  }

  /** Logits at some places: (M, V), float32. */
  public NDArray logits(NDManager scope, NDArray x, NDArray at) {
    return kernels().one(scope, "logits", x, at, head);
  }

  /**
   * The blocks' output for a batch, with no gradient to be asked of it: (N, C).
   *
   * @param adaptation adapters on top
   */
  public NDArray hidden(NDManager scope, MicroBatch batch, Adaptation adaptation) {
    return work.torch()
        .withoutGradients(
            () -> {
              NDArray positions = scope.create(batch.positions());
              NDArray x = embed(scope, scope.create(batch.ids()), positions);
              NDList rotation = rotation(scope, positions, x);
              NDArray groups = scope.create(batch.groups(), groupShape(batch));
              for (int layer = 0; layer < spec.layers(); layer++) {
                try (NDManager local = scope.newSubManager()) {
                  NDArray y =
                      forward(local, layer, x, rotation, groups, adaptation.block(layer)).head();
                  y.attach(scope);
                  x.close();
                  x = y;
                }
              }
              return x;
            });
  }

  /**
   * The blocks' output (L, C) for tokens that follow on those in a cache, which takes them in too.
   *
   * @param cache what came before; its length grows by L
   */
  public NDArray follow(NDManager scope, int[] ids, KeyValueCache cache, Adaptation adaptation) {
    cache.refuseMoreThan(ids.length);
    return work.torch()
        .withoutGradients(
            () -> {
              long[] places =
                  LongStream.range(cache.length(), cache.length() + ids.length).toArray();
              NDArray positions = scope.create(places);
              NDArray tokens = scope.create(IntStream.of(ids).asLongStream().toArray());
              NDArray x = embed(scope, tokens, positions);
              NDList rotation = rotation(scope, positions, x);
              NDArray past = scope.create(cache.length());
              for (int layer = 0; layer < spec.layers(); layer++) {
                BlockAdapters adapters = adaptation.block(layer);
                NDArray y =
                    kernels()
                        .one(
                            scope,
                            "cached_block",
                            x,
                            rotation.get(0),
                            rotation.get(1),
                            past,
                            cache.block(layer),
                            adapters.settings(),
                            blocks.get(layer),
                            adapters.pairs());
                x.close();
                x = y;
              }
              cache.grow(ids.length);
              return x;
            });
  }

  /** An empty cache for so many tokens; closing its scope frees it. */
  public KeyValueCache newCache(NDManager scope, int capacity) {
    return work.torch()
        .withoutGradients(
            () -> {
              try (NDManager local = scope.newSubManager()) {
                NDArray zero = local.zeros(new Shape(1), DataType.INT64);
                NDArray like = embed(local, zero, zero);
                NDArray room = local.create(capacity);
                List<NDArray> caches = new ArrayList<>();
                for (int layer = 0; layer < spec.layers(); layer++) {
                  caches.add(kernels().one(scope, "cache", like, room));
                }
                return new KeyValueCache(caches, capacity);
              }
            });
  }

  /**
   * Ready to write token by token after what is in a cache; empty where not all weights have the
   * type of the computation, so that {@link #follow} has to do it.
   *
   * @param scope frees what it needs beside the weights
   * @param cache grows with every token; must be read to the last token but one
   */
  public Optional<TokenByToken> tokenByToken(
      NDManager scope, KeyValueCache cache, Adaptation adaptation) {
    return weights().map(fixed -> new TokenByToken(this, fixed, scope, cache, adaptation));
  }

  private Optional<FixedArguments> weights() {
    if (handedOver == null) {
      handedOver = handOver();
    }
    return handedOver;
  }

  private Optional<FixedArguments> handOver() {
    NDList outer = new NDList(embedding, positionTable);
    outer.addAll(head);
    NDList inner = new NDList();
    blocks.forEach(inner::addAll);
    return ofComputedType(inner) && ofComputedType(outer)
        ? Optional.of(new FixedArguments(work.scope()).with(outer).with(inner))
        : Optional.empty();
  }

  private boolean ofComputedType(NDList arrays) {
    return work.torch()
        .withoutGradients(
            () -> {
              try (NDManager local = work.scope().newSubManager()) {
                NDArray zero = local.zeros(new Shape(1), DataType.INT64);
                NDArray like = embed(local, zero, zero);
                return kernels().one(local, "of_one_type", like, arrays).getLong() == 1;
              }
            });
  }

  /** Shape of a batch's groups: (G, 2). */
  public static Shape groupShape(MicroBatch batch) {
    return new Shape(batch.groups().length / 2, 2);
  }

  private Kernels kernels() {
    return work.kernels();
  }
}
