package org.deltaworks.engine.nn;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;

/**
 * A model some of whose weights change.
 *
 * @param trained those that change
 * @param frozen all weights; asked for what does not change
 */
public record PartlyTrained(TensorSource trained, TensorSource frozen) implements TensorSource {
  @Override
  public boolean has(String name) {
    return trained.has(name) || frozen.has(name);
  }

  @Override
  public NDArray get(String name) {
    return trained.has(name) ? trained.get(name) : frozen.get(name);
  }

  @Override
  public Optional<NDArray> joined(List<String> names) {
    return trained.joined(names);
  }
}
