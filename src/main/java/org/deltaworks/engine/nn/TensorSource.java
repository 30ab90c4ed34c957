package org.deltaworks.engine.nn;

import ai.djl.ndarray.NDArray;

/** Gives arrays by canonical tensor name, such as {@code model.norm.weight}. */
public interface TensorSource {
  /** Whether there is one of this name. */
  boolean has(String name);

  /**
   * The array of this name in the shape and orientation in which it is stored.
   *
   * @throws IllegalArgumentException if there is none
   */
  NDArray get(String name);
}
