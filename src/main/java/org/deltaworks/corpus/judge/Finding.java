package org.deltaworks.corpus.judge;

/**
 * One fault of a story.
 *
 * @param rule which rule it breaks
 * @param excerpt the words at fault, as they stand in the story, for a person to look at
 */
public record Finding(Rule rule, String excerpt) {}
