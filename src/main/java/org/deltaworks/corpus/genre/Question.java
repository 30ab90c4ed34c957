package org.deltaworks.corpus.genre;

/**
 * Something to ask about a text and what the text says about it.
 *
 * @param ask the question, with its question mark
 * @param answer a full sentence
 */
public record Question(String ask, String answer) {}
