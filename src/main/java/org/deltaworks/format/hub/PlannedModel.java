package org.deltaworks.format.hub;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.deltaworks.domain.models.BaseModel;

/**
 * A model that so far is a configuration without weights, to be trained from random ones.
 *
 * @param model what it will be; {@code bytes} is 0
 * @param shapes shape of each tensor by canonical name, in the model's order; a tied head is left
 *     out
 */
public record PlannedModel(BaseModel model, SequencedMap<String, List<Long>> shapes) {
  public PlannedModel {
    shapes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(shapes));
  }

  static PlannedModel of(BaseModel model, Map<String, List<Long>> shapes) {
    return new PlannedModel(model, new LinkedHashMap<>(shapes));
  }
}
