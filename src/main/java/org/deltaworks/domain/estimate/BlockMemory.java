package org.deltaworks.domain.estimate;

import java.util.Set;
import org.deltaworks.domain.models.DecoderSpec;

/**
 * What the graph of one block keeps, in bytes, counted from the kernels: libtorch keeps of an
 * operation what its derivative needs, and of a frozen weight's product it needs nothing. C hidden,
 * H and K heads, D head width, I feed-forward width, as in the kernels.
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
   * What is trained in a block: which inputs of its products are kept for that.
   *
   * @param modules last names of the modules whose input is kept
   * @param everything whether the norms' gains are trained too
   * @param rank sum of the ranks of its adapters
   * @param dropout whether inputs of adapters are dropped at random, which keeps a mask and the
   *     dropped input for each
   */
  record Adapted(Set<String> modules, boolean everything, long rank, boolean dropout) {
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
    return attention(pass)
        + feedForward(pass.positions())
        + number * adapted.rank() * pass.positions();
  }

  /** Output of a block: (N, C). */
  long output(long positions) {
    return number * spec.hidden() * positions;
  }

  /** What the way back through one block needs besides: gradients of gate, up and their product. */
  long backward(long positions) {
    return number * positions * (3L * spec.intermediate() + 3L * spec.hidden());
  }

  /** What a pass that keeps nothing needs in its widest place. */
  long passing(long positions) {
    return number * positions * (2L * spec.hidden() + 3L * spec.intermediate());
  }

  private long attention(PassShape pass) {
    long n = pass.positions();
    long queries = (long) spec.heads() * spec.headWidth();
    long keys = (long) spec.keyValueHeads() * spec.headWidth();
    long repeated = pass.together();
    long bytes = norm(n) + inputs(n, spec.hidden(), qkv());
    bytes += number * n * queries;
    // Rows computed together get keys and values repeated for every query head that shares them.
    bytes += 2L * number * (keys * (n - repeated) + queries * repeated);
    bytes += headNorms(n, queries + keys);
    bytes += number * n * queries + Float.BYTES * n * spec.heads();
    bytes += inputs(n, queries, adapted.of(spec.names().attentionOutput()));
    return bytes;
  }

  private long feedForward(long n) {
    long inner = spec.intermediate();
    long bytes = norm(n) + output(n);
    long gate = spec.names().gate().map(adapted::of).orElse(0L);
    bytes += inputs(n, spec.hidden(), gate + adapted.of(spec.names().up()));
    // gate, silu(gate) and up; or the input of the gelu
    bytes += number * n * inner * (spec.names().gate().isPresent() ? 3 : 1);
    bytes += inputs(n, inner, adapted.of(spec.names().down()));
    return bytes;
  }

  private long qkv() {
    return spec.names().queryKeyValue().stream().mapToLong(adapted::of).sum();
  }

  /** Inputs of adapted modules: one for all that share it, or with dropout two for each. */
  private long inputs(long n, long width, long modules) {
    long copies = adapted.dropout() ? 2 * modules : Math.min(1, modules);
    return number * n * width * copies;
  }

  /** A root mean square is taken in float32, so under bfloat16 its input is kept once more. */
  private long norm(long n) {
    long wide = number < Float.BYTES ? (long) Float.BYTES * n * spec.hidden() : 0;
    long gains = adapted.everything() ? number * n * spec.hidden() : 0;
    return spec.norm() == DecoderSpec.Norm.RMS ? wide + gains : 0;
  }

  private long headNorms(long n, long width) {
    return spec.names().queryNorm().isPresent() ? Float.BYTES * n * width : 0;
  }
}
