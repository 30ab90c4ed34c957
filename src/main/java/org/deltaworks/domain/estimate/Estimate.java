package org.deltaworks.domain.estimate;

/**
 * What a run will take.
 *
 * @param trainable numbers trained, exact
 * @param resultBytes size of what it publishes, exact for an adapter
 * @param memory of its process at the highest
 * @param seconds from its start to its end
 * @param diskBytes most that it has on the disk at a time: checkpoints and result
 * @param recompute whether blocks are computed twice to save memory
 */
public record Estimate(
    long trainable,
    long resultBytes,
    MemoryEstimate memory,
    double seconds,
    long diskBytes,
    boolean recompute) {}
