package org.deltaworks.domain.models;

import java.util.Map;

/**
 * A base model together with where each of its tensors lies.
 *
 * @param model what it is
 * @param tensors by canonical name; a tied head is present under the embedding's name only
 */
public record ModelFiles(BaseModel model, Map<String, StoredTensor> tensors) {
  public ModelFiles {
    tensors = Map.copyOf(tensors);
  }
}
