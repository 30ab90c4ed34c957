package org.deltaworks.format.rows;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import org.deltaworks.format.json.JsonTrouble;

/** One JSON array of objects; where it breaks, reading ends, since nothing says where to go on. */
final class JsonArraySource implements RecordSource {
  /** What follows an element is the next one, not garbage. */
  private static final ObjectReader ELEMENTS =
      JsonRecords.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  @Override
  public String name() {
    return "JSON";
  }

  @Override
  public void read(Path file, RecordVisitor visitor) throws IOException {
    try (Reader in = StrictText.open(file);
        JsonParser parser = JsonRecords.MAPPER.createParser(in)) {
      try {
        elements(file, parser, visitor);
      } catch (JsonProcessingException e) {
        Place place = Place.line(file, Math.max(1, parser.currentTokenLocation().getLineNr()));
        visitor.problem(
            place,
            place.problem(
                "is not valid JSON: " + JsonTrouble.reason(e),
                "Correct the file; nothing after this place was read."));
      }
    }
  }

  private static void elements(Path file, JsonParser parser, RecordVisitor visitor)
      throws IOException {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      return;
    }
    boolean more = true;
    for (long row = 1; more && parser.nextToken() != JsonToken.END_ARRAY; row++) {
      if (parser.currentToken() == null) {
        throw new JsonEOFException(parser, null, "the list has no end");
      }
      JsonNode node = ELEMENTS.readTree(parser);
      Place place = Place.row(file, row);
      more =
          node instanceof ObjectNode object
              ? visitor.record(place, object)
              : visitor.problem(
                  place,
                  place.problem(
                      "is no object with named values",
                      "Write each row as {\"question\": \"…\", \"answer\": \"…\"}."));
    }
  }
}
