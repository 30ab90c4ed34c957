package org.deltaworks.worker.process;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deltaworks.domain.evaluation.Merge;
import org.deltaworks.domain.evaluation.MergeRequest;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.engine.generation.Scorer;
import org.deltaworks.engine.kernel.Libtorch;
import org.deltaworks.engine.lora.MergedModel;
import org.deltaworks.engine.nn.Adaptation;
import org.deltaworks.format.hub.ModelFolderWriter;
import org.deltaworks.format.safetensors.SafetensorsWriter;

/** Writes base and adapters as one model, reads it back and compares. */
final class Merging {
  private static final int PROBES = 4;
  private static final int PROBE_LENGTH = 16;

  /** Any large prime spreads the probes over the vocabulary. */
  private static final long STRIDE = 7919;

  private final Libtorch torch;
  private final ModelRack models;

  Merging(Libtorch torch, ModelRack models) {
    this.torch = torch;
    this.models = models;
  }

  /** Merges. */
  Merge merge(MergeRequest request) {
    try (Kept.Use<LoadedModel> use = models.use(request.model());
        Kept.Use<? extends Adaptation> adapted = use.value().with(request.adapters())) {
      return merge(request, use.value(), adapted.value());
    }
  }

  private Merge merge(MergeRequest request, LoadedModel model, Adaptation adapted) {
    BaseModel base = model.files().model();
    Path out = Path.of(request.out());
    MergedModel merged =
        new MergedModel(model.decoder().work(), model.files(), model.voices(request.adapters()));
    new ModelFolderWriter(new SafetensorsWriter(), ModelFolderWriter.SHARD_BYTES)
        .write(out, base, request.type(), merged.tensors(request.type()));
    try (LoadedModel result = LoadedModel.load(torch, out);
        Kept.Use<? extends Adaptation> plain = result.with(List.of())) {
      return new Merge(out.toString(), difference(model, adapted, result, plain.value()));
    }
  }

  /** Largest difference of any logit behind some made-up texts. */
  private static double difference(
      LoadedModel first, Adaptation adapted, LoadedModel second, Adaptation plain) {
    double most = 0;
    int vocabulary = first.files().model().decoder().vocabulary();
    int length = Math.min(PROBE_LENGTH, first.files().model().decoder().context());
    for (int probe = 0; probe < PROBES; probe++) {
      long start = 1 + (long) probe * PROBE_LENGTH;
      int[] ids =
          IntStream.range(0, length).map(i -> (int) ((start + i) * STRIDE % vocabulary)).toArray();
      Map<Integer, Float> expected = logits(first, ids, vocabulary, adapted);
      for (var entry : logits(second, ids, vocabulary, plain).entrySet()) {
        float wanted = expected.getOrDefault(entry.getKey(), Float.NaN);
        most = Math.max(most, Math.abs(wanted - entry.getValue()));
      }
    }
    return most;
  }

  private static Map<Integer, Float> logits(
      LoadedModel model, int[] ids, int vocabulary, Adaptation adaptation) {
    Map<Integer, Float> logits = new HashMap<>();
    new Scorer(model.decoder())
        .score(ids, vocabulary, adaptation)
        .top()
        .forEach(c -> logits.put(c.id(), c.logit()));
    return logits;
  }
}
