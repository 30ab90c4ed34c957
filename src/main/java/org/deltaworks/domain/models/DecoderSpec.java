package org.deltaworks.domain.models;

import java.util.Optional;

/**
 * What a decoder-only transformer looks like, whatever family it is of: everything that the engine
 * needs to compute it and that the window needs to explain it. A family (llama, gpt2 …) is a
 * function from a model's {@code config.json} to this record; the engine knows no family by name.
 *
 * @param modelType the family's name in {@code config.json}, such as {@code llama}
 * @param vocabulary number of token ids
 * @param hidden width of the residual stream
 * @param layers number of transformer blocks
 * @param heads number of query heads
 * @param keyValueHeads number of key/value heads; equal to {@code heads} without grouped-query
 *     attention
 * @param headWidth width of one head; {@code heads * headWidth} need not equal {@code hidden}
 * @param intermediate width of the feed-forward network
 * @param context longest sequence the model was made for, in tokens
 * @param norm which normalisation stands before attention and feed-forward
 * @param normEpsilon the normalisation's epsilon
 * @param positions how positions enter
 * @param feedForward shape of the feed-forward network
 * @param slidingWindow how many tokens back (itself included) a token sees, if limited
 * @param tiedHead whether the output projection is the embedding matrix
 * @param names where its tensors lie
 */
public record DecoderSpec(
    String modelType,
    int vocabulary,
    int hidden,
    int layers,
    int heads,
    int keyValueHeads,
    int headWidth,
    int intermediate,
    int context,
    Norm norm,
    double normEpsilon,
    Positions positions,
    FeedForward feedForward,
    Optional<Integer> slidingWindow,
    boolean tiedHead,
    DecoderNames names) {

  /** Normalisation of the residual stream. */
  public enum Norm {
    /** Root mean square, no mean subtraction, no bias (arXiv 1910.07467). */
    RMS,
    /** Mean and variance, with weight and bias. */
    LAYER
  }

  /** The feed-forward network of a block. */
  public enum FeedForward {
    /** {@code down(silu(gate(x)) * up(x))}. */
    GATED_SILU,
    /** {@code down(gelu_tanh(up(x)))}, as GPT-2. */
    GELU_TANH
  }

  /** How positions enter the computation. */
  public sealed interface Positions {
    /**
     * Rotary embedding of queries and keys (arXiv 2104.09864), the halves-rotated layout of Hugging
     * Face.
     */
    record Rotary(double theta, RopeScaling scaling) implements Positions {}

    /** A learned vector per position, added to the embedding. */
    record Learned() implements Positions {}
  }

  /** How rotary frequencies are stretched for longer contexts, as transformers does. */
  public sealed interface RopeScaling {
    /** Not at all. */
    record None() implements RopeScaling {}

    /** Every frequency divided by the factor. */
    record Linear(double factor) implements RopeScaling {}

    /** Llama 3's: low frequencies divided, high ones kept, a smooth ramp between. */
    record Llama3(
        double factor, double lowFrequencyFactor, double highFrequencyFactor, int originalContext)
        implements RopeScaling {}
  }
}
