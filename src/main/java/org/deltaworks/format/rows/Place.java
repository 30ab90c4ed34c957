package org.deltaworks.format.rows;

import java.nio.file.Path;
import org.deltaworks.domain.problem.Problem;

/**
 * Where in a file something is.
 *
 * @param file the file
 * @param line whether the number is a line's, else a row's
 * @param number counted from 1
 */
public record Place(Path file, boolean line, long number) {
  static Place line(Path file, long number) {
    return new Place(file, true, number);
  }

  static Place row(Path file, long number) {
    return new Place(file, false, number);
  }

  /** Such as {@code Line 17 of data.jsonl}. */
  @Override
  public String toString() {
    return "%s %d of %s".formatted(line ? "Line" : "Row", number, file.getFileName());
  }

  /** A problem at this place. */
  Problem problem(String what, String remedy) {
    return Problem.of(Problem.Kind.BAD_DATA, this + " " + what + ".", remedy);
  }
}
