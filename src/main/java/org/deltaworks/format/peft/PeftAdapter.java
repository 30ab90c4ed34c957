package org.deltaworks.format.peft;

import java.util.List;
import org.deltaworks.domain.adapters.LoraPair;

/**
 * An adapter as it lies in a folder.
 *
 * @param settings its configuration
 * @param pairs its matrices, in the base model's order
 */
public record PeftAdapter(PeftSettings settings, List<LoraPair> pairs) {
  public PeftAdapter {
    pairs = List.copyOf(pairs);
  }

  /** How many numbers it holds. */
  public long parameters() {
    return pairs.stream().mapToLong(LoraPair::parameters).sum();
  }
}
