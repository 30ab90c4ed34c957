package org.deltaworks.engine.lora;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deltaworks.domain.adapters.LoraPair;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.LinearModule;
import org.deltaworks.engine.nn.TensorSource;
import org.deltaworks.engine.nn.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * A base with an adapter added into its weights: W' = W0 + scaling · B · A, in float32, made when
 * it is asked for. No latency is left, and no adapter.
 */
public final class MergedWeights implements TensorSource {
  private static final String WEIGHT = ".weight";

  private final Workspace work;
  private final TensorSource base;
  private final boolean inputFirst;
  private final Map<String, LoraPair> pairs = new HashMap<>();
  private final Map<String, Double> scalings = new HashMap<>();

  /**
   * Merges on demand.
   *
   * @param base the weights as they are
   * @param model whose weights they are
   * @param lora scaling of each module
   * @param adapter the adapter's matrices
   */
  public MergedWeights(
      Workspace work, TensorSource base, BaseModel model, LoraSpec lora, List<LoraPair> adapter) {
    this.work = work;
    this.base = base;
    this.inputFirst = model.decoder().names().inputFirst();
    adapter.forEach(pair -> pairs.put(pair.module() + WEIGHT, pair));
    for (LinearModule module : model.modules()) {
      scalings.put(module.path() + WEIGHT, lora.scalingOf(module));
    }
  }

  @Override
  public boolean has(String name) {
    return base.has(name);
  }

  @Override
  public NDArray get(String name) {
    NDArray weight = base.get(name);
    LoraPair pair = pairs.get(name);
    return pair == null ? weight : merged(weight, pair, scalings.get(name));
  }

  private NDArray merged(NDArray weight, LoraPair pair, @Nullable Double scaling) {
    try (NDManager local = work.scope().newSubManager()) {
      NDArray sum =
          work.kernels()
              .one(
                  local,
                  "merged",
                  weight,
                  local.create(pair.a(), new Shape(pair.rank(), pair.in())),
                  local.create(pair.b(), new Shape(pair.out(), pair.rank())),
                  local.create(scaling == null ? 0 : scaling.doubleValue()),
                  local.create(inputFirst ? 1 : 0));
      sum.attach(work.scope());
      return sum;
    }
  }
}
