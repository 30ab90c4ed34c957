package org.deltaworks.engine.training;

import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deltaworks.engine.lora.LoraParameters;
import org.deltaworks.engine.nn.Adaptation;
import org.deltaworks.engine.nn.FlatParameters;
import org.deltaworks.engine.nn.TrainedBlock;

/** An adapter in training; the base is frozen. */
public final class TrainedAdapter implements Trained {
  private final LoraParameters lora;
  private final boolean dropout;
  private final List<TrainedBlock> blocks = new ArrayList<>();

  /**
   * Trains these parameters.
   *
   * @param layers number of blocks of the base
   * @param dropout chance that an input is dropped
   */
  public TrainedAdapter(LoraParameters lora, int layers, double dropout) {
    this.lora = lora;
    this.dropout = dropout > 0;
    for (int layer = 0; layer < layers; layer++) {
      blocks.add(lora.trained(layer));
    }
  }

  @Override
  public FlatParameters parameters() {
    return lora.parameters();
  }

  @Override
  public Adaptation whileTraining() {
    return lora;
  }

  @Override
  public Adaptation whileEvaluating() {
    return lora.withoutDropout();
  }

  @Override
  public Optional<Adaptation> whereItBegan() {
    return lora.begunFresh() ? Optional.of(lora.none()) : Optional.empty();
  }

  @Override
  public TrainedBlock block(int layer) {
    return blocks.get(layer);
  }

  @Override
  public int lowestBlock() {
    int layer = 0;
    while (layer < blocks.size() - 1 && blocks.get(layer).isEmpty()) {
      layer++;
    }
    return layer;
  }

  @Override
  public NDList headGradients() {
    return new NDList();
  }

  @Override
  public Optional<EmbeddingGradients> embeddingGradients() {
    return Optional.empty();
  }

  @Override
  public boolean usesDropout() {
    return dropout;
  }
}
