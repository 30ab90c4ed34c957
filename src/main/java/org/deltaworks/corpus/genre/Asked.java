package org.deltaworks.corpus.genre;

/**
 * A question about a text that the text answers word by word.
 *
 * @param ask the question, with its question mark
 * @param brief what the text says, as few words as possible, no end mark: a red kite
 * @param full the same as a sentence: Anna has a red kite.
 * @param name whether the brief answer is a bare name, which would be one sentence for all texts
 */
public record Asked(String ask, String brief, String full, boolean name) {}
