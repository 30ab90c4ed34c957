package org.deltaworks.domain.adapters;

/**
 * The two matrices that LoRA adds to one module (arXiv 2106.09685): W = W0 + scaling · B · A.
 *
 * @param module full module path in the base, such as {@code model.layers.0.self_attn.q_proj}
 * @param rank r
 * @param in input features of the module
 * @param out output features of the module
 * @param a A, shape (rank, in), row by row
 * @param b B, shape (out, rank), row by row
 */
public record LoraPair(String module, int rank, int in, int out, float[] a, float[] b) {
  public LoraPair {
    if (rank < 1 || in < 1 || out < 1) {
      throw new IllegalArgumentException("rank, in and out must be positive");
    }
    if (a.length != Math.multiplyExact(rank, in) || b.length != Math.multiplyExact(out, rank)) {
      throw new IllegalArgumentException(
          "matrices of %d and %d numbers do not fit rank %d, in %d, out %d"
              .formatted(a.length, b.length, rank, in, out));
    }
  }

  /** Numbers in both matrices. */
  public long parameters() {
    return (long) a.length + b.length;
  }
}
