package org.deltaworks.corpus.judge;

/** What a story can do wrong. */
public enum Rule {
  /** The verb does not fit its subject, or its form does not fit the word before it. */
  AGREEMENT,
  /** A quote is opened and not closed, or closed and not opened. */
  QUOTES,
  /** A pronoun or a word such as sister does not fit the person whom the story named. */
  PRONOUN,
  /** The same words come round again and again. */
  LOOP
}
