package org.deltaworks.domain.estimate;

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
    return weights + adapter + gradients + optimizer + activations + head + engine;
  }
}
