package org.deltaworks.format.rows;

import java.io.IOException;
import java.nio.file.Path;
import org.deltaworks.domain.problem.ProblemException;

/** Lines {@code prompt||completion}, as the E2E data of the LoRA paper are written. */
final class PairLinesSource implements RecordSource {
  static final String BETWEEN = "||";

  @Override
  public String name() {
    return "text with " + BETWEEN;
  }

  @Override
  public void read(Path file, RecordVisitor visitor) throws IOException {
    try (LineReader lines = new LineReader(file)) {
      boolean more = true;
      while (more) {
        Place place = Place.line(file, lines.number() + 1);
        try {
          String line = lines.next();
          if (line == null) {
            return;
          }
          more = line.isBlank() || visit(line, place, visitor);
        } catch (ProblemException e) {
          more = visitor.problem(place, e.problem());
        }
      }
    }
  }

  private static boolean visit(String line, Place place, RecordVisitor visitor) {
    int between = line.indexOf(BETWEEN);
    if (between < 0) {
      return visitor.problem(
          place,
          place.problem(
              "has no \"||\" between question and answer", "Correct or remove the line."));
    }
    return visitor.record(
        place,
        JsonRecords.MAPPER
            .createObjectNode()
            .put("prompt", line.substring(0, between).strip())
            .put("completion", line.substring(between + BETWEEN.length()).strip()));
  }
}
