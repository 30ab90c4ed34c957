package org.deltaworks.format.rows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;

/**
 * Says which of a file's own columns are which of the known keys.
 *
 * @param columns the file's column by known key, such as {@code prompt} to {@code Frage}
 */
public record ColumnMapping(Map<String, String> columns) {
  public ColumnMapping {
    columns = Map.copyOf(columns);
  }

  /** Every column keeps its name. */
  public static ColumnMapping none() {
    return new ColumnMapping(Map.of());
  }

  /**
   * Reads the command line's form, such as {@code prompt=Frage,completion=Antwort}.
   *
   * @throws ProblemException if it is not of this form
   */
  public static ColumnMapping parse(String text) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String pair : text.split(",", -1)) {
      int equals = pair.indexOf('=');
      if (pair.isBlank()) {
        continue;
      }
      if (equals < 1 || equals == pair.length() - 1) {
        throw Problem.at(
                "columns",
                Problem.Kind.WRONG_USAGE,
                "\"%s\" does not say which column is which.".formatted(pair.strip()),
                "Write it as question=COLUMN,answer=COLUMN.")
            .asException();
      }
      columns.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
    }
    return new ColumnMapping(columns);
  }

  /**
   * The record under the known keys; without a mapping it is the same.
   *
   * @throws ProblemException if it lacks a column that the mapping names
   */
  ObjectNode apply(Place place, ObjectNode record) {
    if (columns.isEmpty()) {
      return record;
    }
    ObjectNode mapped = record.objectNode();
    columns.forEach(
        (key, column) -> {
          if (!record.has(column)) {
            throw place
                .problem(
                    "has no column \"%s\"".formatted(column),
                    "The columns are " + String.join(", ", names(record)) + ".")
                .asException();
          }
          mapped.set(key, record.get(column));
        });
    return mapped;
  }

  private static List<String> names(ObjectNode record) {
    List<String> names = new ArrayList<>();
    record.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
