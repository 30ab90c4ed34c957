package org.deltaworks.format.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.format.json.JsonTrouble;
import org.jspecify.annotations.Nullable;

/** One JSON object a line; a broken line is told, and reading goes on after it. */
final class JsonLinesSource implements RecordSource {
  @Override
  public String name() {
    return "JSON Lines";
  }

  @Override
  public void read(Path file, RecordVisitor visitor) throws IOException {
    try (LineReader lines = new LineReader(file)) {
      boolean more = true;
      while (more) {
        try {
          String line = lines.next();
          if (line == null) {
            return;
          }
          more = line.isBlank() || visit(line, Place.line(file, lines.number()), visitor);
        } catch (ProblemException e) {
          more = visitor.problem(Place.line(file, lines.number()), e.problem());
        }
      }
    }
  }

  private static boolean visit(String line, Place place, RecordVisitor visitor) {
    JsonNode node = parse(line, place);
    if (node instanceof ObjectNode object) {
      return visitor.record(place, object);
    }
    return visitor.problem(
        place,
        place.problem(
            "is JSON, but no object with named values",
            "Write each row as {\"question\": \"…\", \"answer\": \"…\"}."));
  }

  private static @Nullable JsonNode parse(String line, Place place) {
    try {
      return JsonRecords.MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw place
          .problem(
              "is not valid JSON: " + JsonTrouble.reason(e),
              "Correct or remove the line; each line must hold one whole JSON object.")
          .asException(e);
    }
  }
}
