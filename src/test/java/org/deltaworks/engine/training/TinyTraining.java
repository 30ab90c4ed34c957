package org.deltaworks.engine.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deltaworks.domain.adapters.LoraPair;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.engine.lora.LoraInitialisation;
import org.deltaworks.engine.lora.LoraParameters;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.NumberType;
import org.deltaworks.engine.nn.Workspace;
import org.deltaworks.engine.reference.Engines;
import org.deltaworks.engine.reference.Reference;

/**
 * A whole training of an adapter on a tiny model, from its first step or from checkpoints.
 *
 * @param plan what is asked
 * @param rows rows to learn from
 * @param heldOut rows to test on
 */
record TinyTraining(TrainingPlan plan, List<TokenizedRow> rows, List<TokenizedRow> heldOut) {
  private static final Reference MODEL = Reference.of("llama");

  /** Checkpoints of a world after these steps, as the catalog would tell of them. */
  static SortedMap<Integer, Path> checkpoints(Path folder, int... steps) {
    SortedMap<Integer, Path> all = new TreeMap<>();
    for (int step : steps) {
      all.put(step, folder.resolve(CheckpointFiles.folderName(step)));
    }
    return all;
  }

  /** Runs to its end, or until the world wishes otherwise; returns what was learnt. */
  List<LoraPair> run(RecordingWorld world) {
    return run(world, new TreeMap<>());
  }

  /** As {@link #run(RecordingWorld)}, going on from checkpoints. */
  List<LoraPair> run(RecordingWorld world, SortedMap<Integer, Path> from) {
    NumberType compute = NumberType.of(plan.precision());
    Decoder decoder =
        plan.baseStorage() == TrainingPlan.BaseStorage.NF4
            ? Engines.inFourBits(MODEL.model(), compute)
            : Engines.decoder(MODEL.model(), compute);
    try (Workspace work = decoder.work()) {
      var spec = plan.lora().orElseThrow();
      LoraParameters lora =
          new LoraParameters(
              decoder,
              MODEL.model().model(),
              spec,
              LoraInitialisation.pairs(MODEL.model().model(), spec, plan.seed()));
      TrainedAdapter trained = new TrainedAdapter(lora, decoder.spec().layers(), spec.dropout());
      TrainingLoop loop = new TrainingLoop(decoder, trained, plan, rows, heldOut, world);
      if (!from.isEmpty()) {
        loop.resume(from);
      }
      loop.run(0);
      return lora.pairs();
    }
  }

  /** All numbers of all pairs, by name. */
  static Map<String, List<Float>> numbers(List<LoraPair> pairs) {
    Map<String, List<Float>> all = new TreeMap<>();
    for (LoraPair pair : pairs) {
      all.put(pair.module() + " A", list(pair.a()));
      all.put(pair.module() + " B", list(pair.b()));
    }
    return all;
  }

  private static List<Float> list(float[] numbers) {
    List<Float> list = new ArrayList<>();
    for (float number : numbers) {
      list.add(number);
    }
    return list;
  }

  /** Rows of random tokens, the first two of each without loss. */
  static List<TokenizedRow> rows(int count, long seed) {
    Random random = new Random(seed);
    List<TokenizedRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int[] ids = random.ints(4 + random.nextInt(9), 3, 40).toArray();
      int[] labels = ids.clone();
      labels[0] = labels[1] = TokenizedRow.NO_LOSS;
      rows.add(new TokenizedRow(ids, labels));
    }
    return rows;
  }
}
