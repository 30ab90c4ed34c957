package org.deltaworks.domain.demos;

import org.deltaworks.domain.datasets.Row.Prompted;

/** A number that a person can check by reading the answers. Holds no state. */
public interface DemoMetric {
  /** Its name in {@code demo.json} and in the command line's JSON. */
  String code();

  /** A few words for the screen, such as "answers in pirate talk". */
  String label();

  /**
   * Judges one answer; the demo reports the mean over its held-out rows.
   *
   * @param row the held-out row: what was asked, and what it says itself
   * @param answer what the model said
   * @return 0 (not at all) to 1 (fully)
   */
  double score(Prompted row, String answer);
}
