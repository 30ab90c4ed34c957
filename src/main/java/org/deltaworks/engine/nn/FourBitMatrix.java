package org.deltaworks.engine.nn;

import ai.djl.ndarray.NDArray;

/**
 * A frozen weight (out, in) in four bits a number: NF4 with double quantisation (QLoRA, arXiv
 * 2305.14314), about 0.516 byte a number.
 *
 * @param codes (out, 32 * ceil(in / 64)) bytes: two codes each, a block is 64 numbers of a row
 * @param constants one signed byte for each block, filled up to whole groups of 256
 * @param scales float32: the mean of the logarithms of all blocks' magnitudes, then the step for
 *     each group
 */
public record FourBitMatrix(NDArray codes, NDArray constants, NDArray scales) {}
