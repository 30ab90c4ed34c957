package org.deltaworks.engine.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/**
 * Where the gradients of what is trained in one block are added up, float32. Both lists are ordered
 * as the kernels take what they belong to; the empty array stands for what is frozen.
 *
 * @param weights of the twenty arrays of {@link DecoderLayout#block}
 * @param adapters of the fourteen arrays of {@link BlockAdapters#pairs}
 */
public record TrainedBlock(NDList weights, NDList adapters) {
  private static final int WEIGHTS = 20;

  /** A block in which weights change and nothing else. */
  public static TrainedBlock ofWeights(NDList gradients, NDArray empty) {
    return new TrainedBlock(gradients, filled(2 * DecoderLayout.MODULES, empty));
  }

  /** A block whose adapters change and nothing else. */
  public static TrainedBlock ofAdapters(NDList gradients, NDArray empty) {
    return new TrainedBlock(filled(WEIGHTS, empty), gradients);
  }

  /** Whether nothing is trained in it. */
  public boolean isEmpty() {
    return none(weights) && none(adapters);
  }

  private static boolean none(NDList gradients) {
    return gradients.stream().allMatch(gradient -> gradient.getShape().size() == 0);
  }

  private static NDList filled(int size, NDArray empty) {
    NDList list = new NDList();
    for (int i = 0; i < size; i++) {
      list.add(empty);
    }
    return list;
  }
}
