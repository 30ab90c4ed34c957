package org.deltaworks.domain.estimate;

/**
 * Sizes of files that a run reads and writes whole, in bytes.
 *
 * @param tokenizer the base's tokenizer file, 0 if it has none
 * @param result what the run publishes
 */
public record FileSizes(long tokenizer, long result) {}
