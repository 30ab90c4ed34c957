package org.deltaworks.domain.estimate;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Resident memory of a training process at its highest, in parts, in bytes.
 *
 * @param weights the base's pages as they are mapped, and copies in the computation's type
 * @param adapter trained numbers
 * @param gradients their gradients
 * @param optimizer two moments of each (AdamW, arXiv 1711.05101)
 * @param activations what the blocks keep for the way back, and what the way back needs besides
 * @param head logits, for as many label tokens as exist at a time
 * @param engine Java, libtorch, tokenizer and rows
 */
public record MemoryEstimate(
    long weights,
    long adapter,
    long gradients,
    long optimizer,
    long activations,
    long head,
    long engine) {

  /** The sum: what the process's high-water mark will be. */
  public long total() {
    return parts().values().stream().mapToLong(Long::longValue).sum();
  }

  /** The parts in bytes under the names that reports use. */
  public SequencedMap<String, Long> parts() {
    SequencedMap<String, Long> parts = new LinkedHashMap<>();
    parts.put("weights", weights);
    parts.put("adapter", adapter);
    parts.put("gradients", gradients);
    parts.put("optimizer", optimizer);
    parts.put("activations", activations);
    parts.put("head", head);
    parts.put("engine", engine);
    return parts;
  }
}
