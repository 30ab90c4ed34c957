package org.deltaworks.corpus.grammar;

/** When it happens. */
public enum Tense {
  PAST,
  PRESENT,
  FUTURE
}
