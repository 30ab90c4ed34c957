package org.deltaworks.engine.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;

/** Keys and values of the tokens that a decoder has already seen, so that each is computed once. */
public final class KeyValueCache {
  private final List<NDArray> blocks;
  private final int capacity;
  private int length;

  KeyValueCache(List<NDArray> blocks, int capacity) {
    this.blocks = List.copyOf(blocks);
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

  /** Of a block: (1, 2 * key/value heads, capacity, head width), the keys before the values. */
  NDArray block(int layer) {
    return blocks.get(layer);
  }

  /** Of all blocks. */
  NDList blocks() {
    return new NDList(blocks);
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
