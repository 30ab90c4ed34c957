package org.deltaworks.engine.nn;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;

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

  /** A linear weight that is kept in four bits and cannot be had otherwise; empty for all else. */
  default Optional<FourBitMatrix> inFourBits(String name) {
    return Optional.empty();
  }

  /**
   * Several arrays as one, rows below rows, if they lie in memory that way: one product with it
   * does what else takes several.
   *
   * @param names in the order in which they stand
   */
  default Optional<NDArray> joined(List<String> names) {
    return Optional.empty();
  }
}
