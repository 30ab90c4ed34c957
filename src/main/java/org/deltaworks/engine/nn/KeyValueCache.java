package org.deltaworks.engine.nn;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** Keys and values of the tokens that a decoder has already seen, so that each is computed once. */
public final class KeyValueCache {
  private final List<NDArray> keys;
  private final List<NDArray> values;
  private final int capacity;
  private int length;

  KeyValueCache(List<NDArray> keys, List<NDArray> values, int capacity) {
    this.keys = List.copyOf(keys);
    this.values = List.copyOf(values);
    this.capacity = capacity;
  }

  /** How many tokens are in it. */
  public int length() {
    return length;
  }

  /** How many tokens fit. */
  public int capacity() {
    return capacity;
  }

  /** Keys of a block: (key/value heads, capacity, head width). */
  NDArray keys(int layer) {
    return keys.get(layer);
  }

  /** Values of a block, in the same shape. */
  NDArray values(int layer) {
    return values.get(layer);
  }

  void refuseMoreThan(int tokens) {
    if (length + tokens > capacity) {
      throw new IllegalStateException("the cache holds %d tokens".formatted(capacity));
    }
  }

  void grow(int tokens) {
    length += tokens;
  }
}
