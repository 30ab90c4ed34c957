package org.deltaworks.format.rows;

import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.datasets.Row;
import org.deltaworks.domain.problem.Problem;

/**
 * What a data file holds, for a person to look at before learning from it.
 *
 * @param format such as {@code JSON Lines}
 * @param form form of the first row, if there is a row
 * @param rows how many rows can be read
 * @param first the first of them
 * @param problems the first of what cannot be read
 * @param problemCount how much cannot be read
 */
public record RowPreview(
    String format,
    Optional<RowForm> form,
    long rows,
    List<Row> first,
    List<Located> problems,
    long problemCount) {
  public RowPreview {
    first = List.copyOf(first);
    problems = List.copyOf(problems);
  }

  /** A problem and the line or row where it is. */
  public record Located(Place place, Problem problem) {}
}
