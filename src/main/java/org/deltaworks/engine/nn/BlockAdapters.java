package org.deltaworks.engine.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/**
 * The adapters of one block as the kernels take them.
 *
 * @param pairs A (rank, in) and B (out, rank) of the seven modules; empty arrays where none
 * @param settings eight float64: scaling of each module, then the chance of dropout
 */
public record BlockAdapters(NDList pairs, NDArray settings) {}
