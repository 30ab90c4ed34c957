package org.deltaworks.format.safetensors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.format.json.JsonFile;

/** Turns the JSON of a header into entries that fit the file, or says what does not fit. */
final class HeaderParser {
  private static final String METADATA = "__metadata__";
  private static final int MAX_DIMENSIONS = 16;

  private final Path file;
  private final long dataStart;
  private final long size;

  HeaderParser(Path file, long dataStart, long size) {
    this.file = file;
    this.dataStart = dataStart;
    this.size = size;
  }

  SafetensorsHeader parse(byte[] json) {
    ObjectNode root = JsonFile.parse(json, file, Problem.Kind.BAD_FILE).node();
    List<SafetensorsHeader.Entry> entries = new ArrayList<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      if (field.getKey().equals(METADATA)) {
        readMetadata(field.getValue(), metadata);
      } else {
        entries.add(entry(field.getKey(), field.getValue()));
      }
    }
    entries.sort(
        Comparator.comparingLong(SafetensorsHeader.Entry::offset)
            .thenComparingLong(SafetensorsHeader.Entry::bytes));
    checkThatTheyTile(entries);
    return new SafetensorsHeader(file, dataStart, size, entries, metadata);
  }

  private void readMetadata(JsonNode node, Map<String, String> into) {
    if (!node.isObject()) {
      throw bad("has metadata that is no object");
    }
    for (Map.Entry<String, JsonNode> text : node.properties()) {
      if (!text.getValue().isTextual()) {
        throw bad("has metadata that is no text under \"%s\"".formatted(cut(text.getKey())));
      }
      into.put(text.getKey(), text.getValue().textValue());
    }
  }

  private SafetensorsHeader.Entry entry(String name, JsonNode node) {
    String shown = cut(name);
    String typeName = node.path("dtype").asText("");
    NumberType type =
        NumberType.of(typeName)
            .orElseThrow(
                () ->
                    bad(
                        "gives \"%s\" the unknown number type \"%s\""
                            .formatted(shown, cut(typeName))));
    List<Long> shape = shape(shown, node.path("shape"));
    JsonNode offsets = node.path("data_offsets");
    if (!offsets.isArray()
        || offsets.size() != 2
        || !whole(offsets.path(0))
        || !whole(offsets.path(1))) {
      throw bad("does not say where \"%s\" lies".formatted(shown));
    }
    long begin = offsets.path(0).longValue();
    long end = offsets.path(1).longValue();
    if (end < begin) {
      throw bad("says that \"%s\" ends before it begins".formatted(shown));
    }
    if (end > size - dataStart) {
      throw bad(
          "says that \"%s\" goes up to byte %d of the weights, but only %d are there: it is"
                  .formatted(shown, end, size - dataStart)
              + " truncated or its header lies");
    }
    long needed = bytesOf(shown, type, shape);
    if (end - begin != needed) {
      throw bad(
          "gives \"%s\" %d bytes, but its shape %s needs %d"
              .formatted(shown, end - begin, shape, needed));
    }
    return new SafetensorsHeader.Entry(name, type, shape, dataStart + begin, needed);
  }

  private List<Long> shape(String name, JsonNode node) {
    if (!node.isArray() || node.size() > MAX_DIMENSIONS) {
      throw bad("gives \"%s\" no usable shape".formatted(name));
    }
    List<Long> shape = new ArrayList<>();
    for (JsonNode dimension : node) {
      if (!whole(dimension)) {
        throw bad("gives \"%s\" no usable shape".formatted(name));
      }
      shape.add(dimension.longValue());
    }
    return shape;
  }

  private long bytesOf(String name, NumberType type, List<Long> shape) {
    try {
      long elements = 1;
      for (long dimension : shape) {
        elements = Math.multiplyExact(elements, dimension);
      }
      long bits = Math.multiplyExact(elements, type.bits());
      if (bits % 8 != 0) {
        throw bad("gives \"%s\" a shape that fills no whole bytes".formatted(name));
      }
      return bits / 8;
    } catch (ArithmeticException e) {
      throw bad("gives \"%s\" a shape larger than any file".formatted(name));
    }
  }

  private void checkThatTheyTile(List<SafetensorsHeader.Entry> sorted) {
    long next = dataStart;
    for (SafetensorsHeader.Entry entry : sorted) {
      if (entry.offset() < next) {
        throw bad("says that \"%s\" overlaps another tensor".formatted(cut(entry.name())));
      }
      if (entry.offset() > next) {
        throw bad("leaves a hole before \"%s\"".formatted(cut(entry.name())));
      }
      next = entry.offset() + entry.bytes();
    }
    if (next != size) {
      throw bad("has %d bytes that belong to no tensor".formatted(size - next));
    }
  }

  private static boolean whole(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0;
  }

  private ProblemException bad(String what) {
    return Problem.of(
            Problem.Kind.BAD_FILE,
            "%s %s.".formatted(file.getFileName(), what),
            "Download the file again, or choose another one.")
        .asException();
  }

  private static String cut(String text) {
    return text.length() > 120 ? text.substring(0, 120) + "…" : text;
  }
}
