package org.deltaworks.domain.evaluation;

/**
 * A merged model that was written and read back.
 *
 * @param out its folder
 * @param maxLogitDifference largest difference between the logits of base plus adapter and those of
 *     the model as it was read back
 */
public record Merge(String out, double maxLogitDifference) {}
