package org.deltaworks.engine.lora;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deltaworks.domain.adapters.LoraPair;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.LinearModule;
import org.deltaworks.engine.nn.Adaptation;
import org.deltaworks.engine.nn.BlockAdapters;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.DecoderLayout;
import org.deltaworks.engine.nn.FlatParameters;
import org.deltaworks.engine.nn.TensorSource;
import org.deltaworks.engine.nn.TrainedBlock;

/**
 * An adapter that is being trained: for each module A (rank, in) and B (out, rank), float32
 * whatever the computation's type, all in one flat array.
 */
public final class LoraParameters implements Adaptation {
  private static final String A = ".lora_A";
  private static final String B = ".lora_B";

  private final Decoder decoder;
  private final List<LoraPair> start;
  private final Map<String, Double> scalings = new HashMap<>();
  private final FlatParameters parameters;
  private final Adaptation none;
  private final List<BlockAdapters> training;
  private final List<BlockAdapters> evaluating;

  /**
   * Parameters that begin with these matrices.
   *
   * @param decoder the base they stand on
   * @param lora scaling and dropout
   * @param start one pair for each adapted module
   */
  public LoraParameters(Decoder decoder, BaseModel base, LoraSpec lora, List<LoraPair> start) {
    this.decoder = decoder;
    this.start = List.copyOf(start);
    Map<String, long[]> shapes = new LinkedHashMap<>();
    for (LoraPair pair : start) {
      shapes.put(pair.module() + A, new long[] {pair.rank(), pair.in()});
      shapes.put(pair.module() + B, new long[] {pair.out(), pair.rank()});
    }
    for (LinearModule module : base.modules()) {
      scalings.put(module.path(), lora.scalingOf(module));
    }
    parameters = new FlatParameters(decoder.work(), shapes);
    for (LoraPair pair : start) {
      parameters.set(pair.module() + A, pair.a());
      parameters.set(pair.module() + B, pair.b());
    }
    none = Adaptation.none(decoder.work().scope(), decoder.layout());
    training = blocks(lora.dropout());
    evaluating = blocks(0);
  }

  /** The flat array behind the matrices. */
  public FlatParameters parameters() {
    return parameters;
  }

  /** The adapter while it is trained, with dropout. */
  @Override
  public BlockAdapters block(int layer) {
    return training.get(layer);
  }

  /** The adapter as it speaks, without dropout. */
  public Adaptation withoutDropout() {
    return evaluating::get;
  }

  /** Whether it began with B = 0 everywhere, so that it changed nothing. */
  public boolean begunFresh() {
    return start.stream().noneMatch(pair -> anyNonZero(pair.b()));
  }

  /** The base alone, without this adapter. */
  public Adaptation none() {
    return none;
  }

  private static boolean anyNonZero(float[] numbers) {
    for (float number : numbers) {
      if (number != 0) {
        return true;
      }
    }
    return false;
  }

  /** Where the gradients of one block's matrices are added up. */
  public TrainedBlock trained(int layer) {
    TensorSource gradients = parameters.gradientViews();
    NDList pairs = new NDList();
    for (Optional<String> module : decoder.layout().modules(layer)) {
      pairs.add(view(gradients, module, A));
      pairs.add(view(gradients, module, B));
    }
    return TrainedBlock.ofAdapters(pairs, decoder.layout().empty());
  }

  /** The matrices as they are now. */
  public List<LoraPair> pairs() {
    List<LoraPair> pairs = new ArrayList<>();
    for (LoraPair first : start) {
      pairs.add(
          new LoraPair(
              first.module(),
              first.rank(),
              first.in(),
              first.out(),
              numbers(first.module() + A),
              numbers(first.module() + B)));
    }
    return pairs;
  }

  private float[] numbers(String name) {
    return parameters.valueViews().get(name).toFloatArray();
  }

  private List<BlockAdapters> blocks(double dropout) {
    List<BlockAdapters> blocks = new ArrayList<>();
    for (int layer = 0; layer < decoder.spec().layers(); layer++) {
      double[] settings = new double[DecoderLayout.MODULES + 1];
      settings[DecoderLayout.MODULES] = dropout;
      NDList pairs = new NDList();
      List<Optional<String>> modules = decoder.layout().modules(layer);
      for (int i = 0; i < modules.size(); i++) {
        settings[i] = modules.get(i).map(m -> scalings.getOrDefault(m, 0.0)).orElse(0.0);
        pairs.add(view(parameters.valueViews(), modules.get(i), A));
        pairs.add(view(parameters.valueViews(), modules.get(i), B));
      }
      blocks.add(new BlockAdapters(pairs, decoder.work().scope().create(settings)));
    }
    return blocks;
  }

  private NDArray view(TensorSource views, Optional<String> module, String part) {
    return module
        .map(m -> m + part)
        .filter(views::has)
        .map(views::get)
        .orElse(decoder.layout().empty());
  }
}
