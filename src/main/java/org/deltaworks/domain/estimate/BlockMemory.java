package org.deltaworks.domain.estimate;

import java.util.Set;
import org.deltaworks.domain.models.DecoderSpec;

/**
 * What one block keeps and needs, in bytes, counted from the kernels ({@code block} and {@code
 * block_back}). C hidden, H and K heads, D head width, I feed-forward width, N tokens, as there.
 */
final class BlockMemory {
  private final DecoderSpec spec;
  private final Adapted adapted;
  private final int number;

  /**
   * Of a block.
   *
   * @param number bytes of a number of the computation
   */
  BlockMemory(DecoderSpec spec, Adapted adapted, int number) {
    this.spec = spec;
    this.adapted = adapted;
    this.number = number;
  }

  /**
   * What is trained in a block.
   *
   * @param modules last names of the modules that are adapted or changed
   * @param dropout whether inputs of adapters are dropped at random, which takes a mask for each on
   *     the way back
   */
  record Adapted(Set<String> modules, boolean dropout) {
    Adapted {
      modules = Set.copyOf(modules);
    }

    private long of(String module) {
      String last = module.substring(module.lastIndexOf('.') + 1);
      return modules.contains(last) ? 1 : 0;
    }
  }

  /** What is kept of a pass, the block's input left out (it is the output of the one before). */
  long kept(PassShape pass) {
    long n = pass.positions();
    long sums = Float.BYTES * n * spec.heads();
    // Queries, keys, values, attention's output, its sum with the input, gate and up.
    return number * n * (2 * queries() + 2 * keys() + spec.hidden() + inner()) + sums;
  }

  /** Output of a block: (N, C). */
  long output(long positions) {
    return number * spec.hidden() * positions;
  }

  /** What the way back through one block needs besides, in its widest place. */
  long backward(long positions) {
    return masks(positions)
        + Math.max(backThroughFeedForward(positions), backThroughAttention(positions));
  }

  /** What a pass that keeps nothing needs in its widest place. */
  long passing(long positions) {
    return number * positions * (2L * spec.hidden() + 3L * spec.intermediate());
  }

  /** Gradients of the product of gate and up, of each of the two, and that product where needed. */
  private long backThroughFeedForward(long n) {
    long down = adapted.of(spec.names().down());
    return number * n * ((3 + down) * spec.intermediate() + 2L * spec.hidden());
  }

  /** All of it and its gradients, in float32 under a narrower type too. */
  private long backThroughAttention(long n) {
    long copies = number < Float.BYTES ? 3 * queries() + 2 * keys() : queries();
    return Float.BYTES * n * (copies + queries() + 2 * keys());
  }

  private long masks(long n) {
    if (!adapted.dropout()) {
      return 0;
    }
    long hidden =
        spec.names().queryKeyValue().stream().mapToLong(adapted::of).sum()
            + spec.names().gate().map(adapted::of).orElse(0L)
            + adapted.of(spec.names().up());
    return number
        * n
        * (hidden * spec.hidden()
            + adapted.of(spec.names().attentionOutput()) * queries()
            + adapted.of(spec.names().down()) * spec.intermediate());
  }

  private long queries() {
    return (long) spec.heads() * spec.headWidth();
  }

  private long keys() {
    return (long) spec.keyValueHeads() * spec.headWidth();
  }

  private long inner() {
    return spec.intermediate() * (spec.names().gate().isPresent() ? 2L : 1L);
  }
}
