package org.deltaworks.service.datasets;

/**
 * How long rows are in a model's tokens.
 *
 * @param rows how many rows
 * @param tokens all tokens, before anything is cut
 * @param labelTokens tokens that carry loss
 * @param shortest length of the shortest row
 * @param median half of the rows are no longer
 * @param ninetieth nine of ten rows are no longer
 * @param longest length of the longest row
 * @param cut how many rows are longer than the limit and lose their end
 * @param withoutLabel rows that teach nothing because no token of them carries loss
 */
public record LengthSummary(
    int rows,
    long tokens,
    long labelTokens,
    int shortest,
    int median,
    int ninetieth,
    int longest,
    int cut,
    int withoutLabel) {}
