package org.deltaworks.domain.evaluation;

/**
 * What computes on this machine.
 *
 * @param version name and version, such as {@code libtorch 2.7.1}
 * @param device such as {@code cpu}
 * @param threads threads an operation may use
 */
public record EngineFacts(String version, String device, int threads) {}
