package org.deltaworks.engine.nn;

import ai.djl.ndarray.NDList;

/**
 * What is trained in one block.
 *
 * @param values leaves of the graph
 * @param gradients where their gradients are added up, in the same order and shapes
 */
public record TrainedBlock(NDList values, NDList gradients) {
  /** Whether nothing is trained in it. */
  public boolean isEmpty() {
    return values.isEmpty();
  }
}
