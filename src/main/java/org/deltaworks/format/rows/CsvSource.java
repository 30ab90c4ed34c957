package org.deltaworks.format.rows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;

/** Values separated by commas, semicolons or tabs (RFC 4180), with their names in the first row. */
final class CsvSource implements RecordSource {
  private static final int LARGEST_FIELD = 64 << 20;

  private final char separator;

  CsvSource(char separator) {
    this.separator = separator;
  }

  @Override
  public String name() {
    return separator == '\t' ? "TSV" : "CSV";
  }

  @Override
  public void read(Path file, RecordVisitor visitor) throws IOException {
    try (Reader in = StrictText.open(file);
        CsvReader<CsvRecord> reader =
            CsvReader.builder()
                .fieldSeparator(separator)
                .maxBufferSize(LARGEST_FIELD)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .ofCsvRecord(in)) {
      Iterator<CsvRecord> records = reader.iterator();
      long line = 0;
      try {
        if (!records.hasNext()) {
          return;
        }
        CsvRecord header = records.next();
        List<String> names = header.getFields().stream().map(String::strip).toList();
        refuseDoubles(file, header, names);
        boolean more = true;
        while (more && records.hasNext()) {
          CsvRecord record = records.next();
          line = record.getStartingLineNumber();
          more = visit(Place.line(file, line), names, record, visitor);
        }
      } catch (CsvParseException e) {
        Place place = Place.line(file, line + 1);
        visitor.problem(
            place,
            place.problem(
                "(or one soon after) cannot be read as %s: %s".formatted(name(), e.getMessage()),
                "Check the quotes: a quote is opened there that is never closed."));
      }
    }
  }

  private static void refuseDoubles(Path file, CsvRecord header, List<String> names) {
    if (new HashSet<>(names).size() != names.size()) {
      throw Place.line(file, header.getStartingLineNumber())
          .problem("names two columns the same", "Give each column a name of its own.")
          .asException();
    }
  }

  private boolean visit(Place place, List<String> names, CsvRecord record, RecordVisitor visitor) {
    if (record.getFieldCount() != names.size()) {
      return visitor.problem(
          place,
          place.problem(
              "has %d values, but there are %d columns"
                  .formatted(record.getFieldCount(), names.size()),
              "Put values that hold a separator in quotes, or correct the line."));
    }
    ObjectNode node = JsonRecords.MAPPER.createObjectNode();
    for (int i = 0; i < names.size(); i++) {
      node.put(names.get(i), record.getField(i));
    }
    return visitor.record(place, node);
  }
}
