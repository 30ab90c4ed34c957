package org.deltaworks.domain.demos;

import java.util.Optional;
import org.deltaworks.domain.problem.ProblemException;

/** Keeps the last comparison, also half done. */
public interface ComparisonStore {
  /**
   * The last one, if there ever was one.
   *
   * @throws ProblemException if it cannot be read
   */
  Optional<Comparison> load();

  /** Takes the place of the last one, whole or not at all. */
  void save(Comparison comparison);
}
