package org.deltaworks.format.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;

/**
 * The fields of a JSON object, where a missing field and {@code null} are the same and a value of
 * the wrong type is told with its name.
 *
 * @param source name of the file, for problems
 * @param kind kind of problems
 * @param node the object
 */
public record JsonFields(String source, Problem.Kind kind, ObjectNode node) {

  /** Whether the field is there and not null. */
  public boolean has(String key) {
    return node.hasNonNull(key);
  }

  /** Whether the field is there, be it null. */
  public boolean mentions(String key) {
    return node.has(key);
  }

  /** A whole number, if the field is there. */
  public Optional<Integer> whole(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    JsonNode value = node.path(key);
    if (value.isNumber() && value.canConvertToExactIntegral() && value.canConvertToInt()) {
      return Optional.of(value.intValue());
    }
    throw wrong(key, "a whole number");
  }

  /** A whole number between the limits that must be there. */
  public int required(String key, int least, int most) {
    int value =
        whole(key)
            .orElseThrow(
                () ->
                    Problem.of(
                            kind,
                            "%s has no \"%s\".".formatted(source, key),
                            "Download the file again, or ask whoever made it.")
                        .asException());
    if (value < least || value > most) {
      throw wrong(key, "a whole number from %d to %d".formatted(least, most));
    }
    return value;
  }

  /** A finite number, if the field is there. */
  public Optional<Double> number(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    JsonNode value = node.path(key);
    if (value.isNumber() && Double.isFinite(value.doubleValue())) {
      return Optional.of(value.doubleValue());
    }
    throw wrong(key, "a number");
  }

  /** A text, if the field is there. */
  public Optional<String> text(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    if (node.path(key).isTextual()) {
      return Optional.of(node.path(key).textValue());
    }
    throw wrong(key, "a text");
  }

  /** True or false, if the field is there. */
  public Optional<Boolean> flag(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    if (node.path(key).isBoolean()) {
      return Optional.of(node.path(key).booleanValue());
    }
    throw wrong(key, "true or false");
  }

  /** A nested object, if the field is there. */
  public Optional<JsonFields> object(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    if (node.path(key) instanceof ObjectNode object) {
      return Optional.of(new JsonFields(source, kind, object));
    }
    throw wrong(key, "an object");
  }

  /** Texts of a list; empty if the field is missing. */
  public List<String> texts(String key) {
    List<String> result = new ArrayList<>();
    for (JsonNode item : list(key)) {
      if (!item.isTextual()) {
        throw wrong(key, "a list of texts");
      }
      result.add(item.textValue());
    }
    return result;
  }

  /** Whole numbers of a field that is one or a list of them; empty if the field is missing. */
  public List<Integer> wholes(String key) {
    if (!has(key)) {
      return List.of();
    }
    if (!node.path(key).isArray()) {
      return List.of(whole(key).orElseThrow());
    }
    List<Integer> result = new ArrayList<>();
    for (JsonNode item : list(key)) {
      if (!item.isIntegralNumber() || !item.canConvertToInt()) {
        throw wrong(key, "a whole number or a list of them");
      }
      result.add(item.intValue());
    }
    return result;
  }

  private Iterable<JsonNode> list(String key) {
    if (!has(key)) {
      return List.of();
    }
    if (!node.path(key).isArray()) {
      throw wrong(key, "a list");
    }
    return node.path(key);
  }

  /** A problem to throw for a field whose value is not what it should be. */
  public ProblemException wrong(String key, String expected) {
    String value = node.path(key).toString();
    return Problem.of(
            kind,
            "\"%s\" in %s is %s, but should be %s."
                .formatted(
                    key,
                    source,
                    value.length() > 80 ? value.substring(0, 80) + "…" : value,
                    expected),
            "Correct it, or download the file again.")
        .asException();
  }
}
