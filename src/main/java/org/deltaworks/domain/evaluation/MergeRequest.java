package org.deltaworks.domain.evaluation;

import java.util.List;
import org.deltaworks.domain.generation.AdapterChoice;
import org.deltaworks.domain.models.StoredTensor;

/**
 * What to merge: W' = W + strength · scaling · B · A.
 *
 * @param model catalog name or folder
 * @param adapters at least one
 * @param out folder that is not there yet, or empty
 * @param type type to store the result in
 */
public record MergeRequest(
    String model, List<AdapterChoice> adapters, String out, StoredTensor.Type type) {
  public MergeRequest {
    adapters = List.copyOf(adapters);
  }
}
