package org.deltaworks.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deltaworks.engine.nn.Adaptation;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.DecoderLayout;
import org.deltaworks.engine.nn.FlatParameters;
import org.deltaworks.engine.nn.TrainedBlock;

/** Weights of a model in training: the decoder computes on the very numbers that change. */
public final class TrainedModel implements Trained {
  private final FlatParameters parameters;
  private final Adaptation none;
  private final List<TrainedBlock> blocks = new ArrayList<>();
  private final NDList head;
  private final Optional<EmbeddingGradients> embeddings;

  /**
   * Trains a decoder that was built on {@code parameters.valueViews()}.
   *
   * @param parameters those of its weights that are to change, by canonical tensor name
   */
  public TrainedModel(Decoder decoder, FlatParameters parameters) {
    this.parameters = parameters;
    DecoderLayout layout = decoder.layout();
    none = Adaptation.none(decoder.work().scope(), layout);
    for (int layer = 0; layer < decoder.spec().layers(); layer++) {
      blocks.add(
          TrainedBlock.ofWeights(layout.block(layer, parameters.gradientViews()), layout.empty()));
    }
    head = layout.head(parameters.gradientViews());
    NDArray tokens = layout.embedding(parameters.gradientViews());
    embeddings =
        tokens == layout.empty()
            ? Optional.empty()
            : Optional.of(
                new EmbeddingGradients(tokens, layout.positions(parameters.gradientViews())));
  }

  @Override
  public FlatParameters parameters() {
    return parameters;
  }

  @Override
  public Adaptation whileTraining() {
    return none;
  }

  @Override
  public Adaptation whileEvaluating() {
    return none;
  }

  @Override
  public Optional<Adaptation> whereItBegan() {
    return Optional.empty();
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
    return head;
  }

  @Override
  public Optional<EmbeddingGradients> embeddingGradients() {
    return embeddings;
  }

  @Override
  public boolean usesDropout() {
    return false;
  }
}
