package org.deltaworks.domain.estimate;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.LinearModule;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.domain.training.Method;
import org.deltaworks.domain.training.TrainedTensors;

/**
 * What a method changes of a model, exact.
 *
 * @param count numbers trained
 * @param names tensors of the base that change themselves; none under an adapter
 * @param lora the adapter, if one is trained
 */
public record TrainedNumbers(long count, Set<String> names, Optional<LoraSpec> lora) {
  /** Of each in a checkpoint: itself and two moments, float32. */
  static final long CHECKPOINT_BYTES = 3L * Float.BYTES;

  public TrainedNumbers {
    names = Set.copyOf(names);
  }

  /** Of a model. */
  public static TrainedNumbers of(ModelFiles files, Method method, Optional<LoraSpec> lora) {
    BaseModel model = files.model();
    if (lora.isPresent()) {
      long count = lora.get().trainable(model.modules(), model.decoder().modelType());
      return new TrainedNumbers(count, Set.of(), lora);
    }
    Set<String> names = new TrainedTensors(model.decoder(), files.tensors().keySet()).of(method);
    long count =
        files.tensors().values().stream()
            .filter(tensor -> names.contains(tensor.name()))
            .mapToLong(StoredTensor::elements)
            .sum();
    return new TrainedNumbers(count, names, Optional.empty());
  }

  /** What is trained in a block. */
  BlockMemory.Adapted in(BaseModel model, int layer) {
    return lora.map(spec -> adapted(spec, model, layer)).orElseGet(() -> changed(model, layer));
  }

  private static BlockMemory.Adapted adapted(LoraSpec spec, BaseModel model, int layer) {
    Set<String> modules = new HashSet<>();
    for (LinearModule module : model.modules()) {
      if (module.layer() == layer && spec.adapts(module, model.decoder().modelType())) {
        modules.add(module.name());
      }
    }
    return new BlockMemory.Adapted(modules, spec.dropout() > 0);
  }

  private BlockMemory.Adapted changed(BaseModel model, int layer) {
    Set<String> modules = new HashSet<>();
    for (LinearModule module : model.modules()) {
      if (module.layer() == layer && names.contains(module.path() + ".weight")) {
        modules.add(module.name());
      }
    }
    return new BlockMemory.Adapted(modules, false);
  }

  /** Whether anything of a block is trained. */
  boolean touches(BaseModel model, int layer) {
    String block = model.decoder().names().block(layer) + ".";
    return lora.map(
            spec ->
                model.modules().stream()
                    .anyMatch(
                        m -> m.layer() == layer && spec.adapts(m, model.decoder().modelType())))
        .orElseGet(() -> names.stream().anyMatch(name -> name.startsWith(block)));
  }

  /** The first block with something to train: nothing is kept below it. */
  int lowestBlock(BaseModel model) {
    int layer = 0;
    while (layer < model.decoder().layers() - 1 && !touches(model, layer)) {
      layer++;
    }
    return layer;
  }
}
