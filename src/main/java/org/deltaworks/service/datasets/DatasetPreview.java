package org.deltaworks.service.datasets;

import java.util.List;
import org.deltaworks.domain.datasets.Row;

/**
 * The beginning of a data file as it is read.
 *
 * @param form how rows are read, such as {@code prompt/completion}
 * @param rows the first rows
 * @param problems lines that cannot be read
 */
public record DatasetPreview(String form, List<Row> rows, List<LineProblem> problems) {
  public DatasetPreview {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }

  /** A line that cannot be read, 1 for the first, and why. */
  public record LineProblem(long line, String message) {}
}
