package org.deltaworks.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;

/** Reads and writes small JSON files. */
public final class JsonFile {
  /** Larger files are no configuration. */
  private static final long MAX_BYTES = 64L << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(100).build())
                  .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final ObjectWriter PRETTY =
      MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT);

  private JsonFile() {}

  /** A new, empty JSON object. */
  public static ObjectNode newObject() {
    return MAPPER.createObjectNode();
  }

  /** The text of a JSON object, indented by two, keys in the order they were put. */
  public static String text(JsonNode node) {
    try {
      return PRETTY.writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values always has a text", e);
    }
  }

  /**
   * Reads a file that must hold one JSON object.
   *
   * @param kind kind of the problem if it does not
   * @throws ProblemException if the file is missing, too large, not JSON or no object
   */
  public static JsonFields read(Path file, Problem.Kind kind) {
    byte[] bytes = bytesOf(file, kind);
    return parse(bytes, file, kind);
  }

  /**
   * Parses bytes that must be one JSON object.
   *
   * @param file named in problems
   */
  public static JsonFields parse(byte[] bytes, Path file, Problem.Kind kind) {
    refusePointer(bytes, file, kind);
    JsonNode node;
    try (JsonParser parser = MAPPER.createParser(bytes)) {
      node = MAPPER.readTree(parser);
    } catch (JsonProcessingException e) {
      throw Problem.of(
              kind,
              "%s is not valid JSON%s: %s."
                  .formatted(nameOf(file), place(e), JsonTrouble.reason(e)),
              "Correct the file there, or download it again.")
          .asException(e);
    } catch (IOException e) {
      throw unreadable(file, kind, e);
    }
    if (!(node instanceof ObjectNode object)) {
      throw Problem.of(
              kind,
              "%s does not hold a JSON object.".formatted(nameOf(file)),
              "Correct the file, or download it again.")
          .asException();
    }
    return new JsonFields(nameOf(file), kind, object);
  }

  private static void refusePointer(byte[] bytes, Path file, Problem.Kind kind) {
    String start = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.UTF_8);
    if (start.startsWith("version https://git-lfs.github.com/spec/")) {
      throw Problem.of(
              kind,
              "%s is only a Git LFS pointer; the file itself was not downloaded."
                  .formatted(nameOf(file)),
              "Run \"git lfs pull\" in its folder, or download the file again.")
          .asException();
    }
  }

  private static byte[] bytesOf(Path file, Problem.Kind kind) {
    try {
      if (!Files.isRegularFile(file)) {
        throw Problem.of(
                Problem.Kind.NOT_FOUND,
                "%s is missing in \"%s\"."
                    .formatted(nameOf(file), file.toAbsolutePath().getParent()),
                "Choose the folder that holds it, or download it again.")
            .asException();
      }
      if (Files.size(file) > MAX_BYTES) {
        throw Problem.of(
                kind,
                "%s is far too large for a settings file (%d bytes)."
                    .formatted(nameOf(file), Files.size(file)),
                "Choose the right file, or download it again.")
            .asException();
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw unreadable(file, kind, e);
    }
  }

  private static ProblemException unreadable(Path file, Problem.Kind kind, IOException e) {
    return Problem.of(
            kind,
            "%s could not be read: %s.".formatted(nameOf(file), e.getMessage()),
            "Check that the file exists and that you may read it.")
        .asException(e);
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null || e.getLocation().getLineNr() < 1
        ? ""
        : " (line %d)".formatted(e.getLocation().getLineNr());
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }
}
