package org.deltaworks.format.rows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.row.PqList;
import dev.hardwood.row.PqStruct;
import dev.hardwood.row.StructAccessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Apache Parquet, the format in which most data sets are published. */
final class ParquetSource implements RecordSource {
  private static final String REMEDY =
      "Download the file again, or save the data as JSON Lines or CSV.";

  @Override
  public String name() {
    return "Parquet";
  }

  @Override
  public void read(Path file, RecordVisitor visitor) throws IOException {
    long row = 1;
    try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file));
        RowReader rows = reader.rowReader()) {
      boolean more = true;
      while (more && rows.hasNext()) {
        rows.next();
        more = visitor.record(Place.row(file, row), object(rows));
        row++;
      }
    } catch (ProblemException | CancellationException visitors) {
      throw visitors;
    } catch (IOException | RuntimeException | LinkageError e) {
      if (row == 1) {
        throw noParquet(file, e);
      }
      Place place = Place.row(file, row);
      visitor.problem(place, place.problem("cannot be read as Parquet: " + reason(e), REMEDY));
    }
  }

  /** Where not even one row can be read there is nothing to look at. */
  private static ProblemException noParquet(Path file, Throwable e) {
    return Problem.of(
            Problem.Kind.BAD_DATA,
            "%s cannot be read as Parquet: %s.".formatted(file.getFileName(), reason(e)),
            REMEDY)
        .asException(e);
  }

  private static String reason(Throwable e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return message.length() > 160 ? message.substring(0, 160) + "…" : message;
  }

  private static ObjectNode object(StructAccessor fields) {
    ObjectNode node = JsonRecords.MAPPER.createObjectNode();
    for (int i = 0; i < fields.getFieldCount(); i++) {
      node.set(
          fields.getFieldName(i), fields.isNull(i) ? node.nullNode() : value(fields.getValue(i)));
    }
    return node;
  }

  private static JsonNode value(@Nullable Object value) {
    return switch (value) {
      case null -> JsonRecords.MAPPER.nullNode();
      case String text -> JsonRecords.MAPPER.getNodeFactory().textNode(text);
      case byte[] bytes ->
          JsonRecords.MAPPER.getNodeFactory().textNode(new String(bytes, StandardCharsets.UTF_8));
      case Integer number -> JsonRecords.MAPPER.getNodeFactory().numberNode(number);
      case Long number -> JsonRecords.MAPPER.getNodeFactory().numberNode(number);
      case Float number -> JsonRecords.MAPPER.getNodeFactory().numberNode(number);
      case Double number -> JsonRecords.MAPPER.getNodeFactory().numberNode(number);
      case Boolean flag -> JsonRecords.MAPPER.getNodeFactory().booleanNode(flag);
      case PqStruct struct -> object(struct);
      case PqList list -> array(list);
      default -> JsonRecords.MAPPER.getNodeFactory().textNode(value.toString());
    };
  }

  private static ArrayNode array(PqList list) {
    ArrayNode node = JsonRecords.MAPPER.createArrayNode();
    for (int i = 0; i < list.size(); i++) {
      node.add(list.isNull(i) ? node.nullNode() : value(list.get(i)));
    }
    return node;
  }
}
