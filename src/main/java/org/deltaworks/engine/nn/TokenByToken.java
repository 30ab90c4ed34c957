package org.deltaworks.engine.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.deltaworks.engine.kernel.FixedArguments;

/**
 * One token after another through a whole decoder: one kernel call for each, with nothing handed
 * over but the token. What {@link Decoder#follow} and {@link Decoder#logits} compute, in fewer
 * steps.
 */
public final class TokenByToken {
  private final Decoder decoder;
  private final NDManager scope;
  private final KeyValueCache cache;
  private final List<FixedArguments> fixed;

  TokenByToken(
      Decoder decoder,
      FixedArguments weights,
      NDManager scope,
      KeyValueCache cache,
      Adaptation adaptation) {
    this.decoder = decoder;
    this.scope = scope;
    this.cache = cache;
    FixedArguments own = new FixedArguments(scope).with(cache.blocks());
    decoder
        .work()
        .torch()
        .withoutGradients(
            () -> {
              try (NDManager local = scope.newSubManager()) {
                return adapters(local, own.with(turns(local)), adaptation);
              }
            });
    this.fixed = List.of(weights, own);
  }

  /**
   * Takes in the token that follows on those in the cache.
   *
   * @return logits (V) of the one after it
   */
  public float[] logits(int id) {
    return next("next_logits", id, NDArray::toFloatArray);
  }

  /**
   * Takes in the token that follows on those in the cache.
   *
   * @return the likeliest one after it, the least id of equally likely ones
   */
  public int likeliest(int id) {
    return next("next_likeliest", id, array -> Math.toIntExact(array.getLong()));
  }

  private <T> T next(String kernel, int id, Function<NDArray, T> taken) {
    cache.refuseMoreThan(1);
    try (NDManager local = scope.newSubManager()) {
      long[] numbers = {id, cache.length()};
      T result = taken.apply(decoder.work().kernels().inferred(local, kernel, numbers, fixed));
      cache.grow(1);
      return result;
    }
  }

  /** Cosines and sines of all places of the cache. */
  private NDList turns(NDManager local) {
    long[] places = LongStream.range(0, cache.capacity()).toArray();
    return decoder.rotation(local, local.create(places), cache.block(0));
  }

  private FixedArguments adapters(NDManager local, FixedArguments own, Adaptation adaptation) {
    int layers = decoder.spec().layers();
    NDList pairs = new NDList();
    double[] scalings = new double[layers * DecoderLayout.MODULES];
    for (int layer = 0; layer < layers; layer++) {
      BlockAdapters block = adaptation.block(layer);
      pairs.addAll(block.pairs());
      double[] settings = block.settings().toDoubleArray();
      System.arraycopy(settings, 0, scalings, layer * DecoderLayout.MODULES, DecoderLayout.MODULES);
    }
    if (pairs.stream().allMatch(pair -> pair == decoder.layout().empty())) {
      return own.with(new NDList()).with(new double[0]);
    }
    return own.with(decoder.work().kernels().all(local, "in_type_of", cache.block(0), pairs))
        .with(scalings);
  }
}
