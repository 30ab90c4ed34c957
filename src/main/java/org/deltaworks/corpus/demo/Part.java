package org.deltaworks.corpus.demo;

/** Which rows something belongs to. */
enum Part {
  /** Rows that are learnt. */
  TRAINING,
  /** Rows that only measure. */
  HELD_OUT
}
