package org.deltaworks.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.Optional;
import org.deltaworks.engine.nn.Adaptation;
import org.deltaworks.engine.nn.FlatParameters;
import org.deltaworks.engine.nn.TrainedBlock;

/** What a run changes: an adapter on a frozen base, or the base itself. */
public interface Trained {
  /** All trained numbers and their gradients. */
  FlatParameters parameters();

  /** Adapters in force while training, with dropout. */
  Adaptation whileTraining();

  /** Adapters in force while evaluating. */
  Adaptation whileEvaluating();

  /**
   * Adapters that are as good as what the run began with, if that can still be had once it moved: a
   * fresh adapter changes nothing, so none.
   */
  Optional<Adaptation> whereItBegan();

  /** What is trained in a block. */
  TrainedBlock block(int layer);

  /** The first block that holds trained numbers: no gradient is needed below it. */
  int lowestBlock();

  /** Gradients of final norm, its bias and head, as {@code Decoder.loss} takes them. */
  NDList headGradients();

  /** Gradients of the embeddings, when they are trained. */
  Optional<EmbeddingGradients> embeddingGradients();

  /** Whether random numbers enter the pass. */
  boolean usesDropout();

  /**
   * Gradients of the embeddings.
   *
   * @param tokens (V, C)
   * @param positions (context, C), or empty
   */
  record EmbeddingGradients(NDArray tokens, NDArray positions) {}
}
