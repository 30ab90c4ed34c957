package org.deltaworks.engine.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;

/** Adapters of a whole decoder. */
public interface Adaptation {
  /** Those of one block. */
  BlockAdapters block(int layer);

  /** No adapter anywhere: the base alone. */
  static Adaptation none(NDManager scope, DecoderLayout layout) {
    NDList pairs = new NDList();
    for (int i = 0; i < 2 * DecoderLayout.MODULES; i++) {
      pairs.add(layout.empty());
    }
    NDArray settings = scope.create(new double[DecoderLayout.MODULES + 1]);
    BlockAdapters nothing = new BlockAdapters(pairs, settings);
    return layer -> nothing;
  }
}
