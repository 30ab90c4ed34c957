package org.deltaworks.format.rows;

import org.deltaworks.domain.datasets.Row;
import org.deltaworks.domain.problem.Problem;

/** Takes the rows of a file, one after the other; answers whether to go on. */
public interface RowVisitor {
  /**
   * A row.
   *
   * @param form how it was read
   */
  boolean row(Place place, RowForm form, Row row);

  /** Something that is no row. */
  boolean problem(Place place, Problem problem);
}
