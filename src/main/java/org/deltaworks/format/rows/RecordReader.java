package org.deltaworks.format.rows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.deltaworks.domain.datasets.Row;
import org.deltaworks.domain.datasets.Row.Turn;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.problem.ProblemException;

/** Turns a record into a row, by the keys it has. */
final class RecordReader {
  /** Names that other programs give to the usual roles. */
  private static final Map<String, String> ROLES =
      Map.of("human", "user", "gpt", "assistant", "bot", "assistant", "model", "assistant");

  /** The form of a record. */
  RowForm form(Place place, ObjectNode record) {
    Set<String> keys = new LinkedHashSet<>();
    record.fieldNames().forEachRemaining(keys::add);
    return RowForm.of(keys).orElseThrow(() -> unknown(place, keys));
  }

  /**
   * The row.
   *
   * @throws ProblemException if a value is of the wrong type or empty
   */
  Row row(Place place, RowForm form, ObjectNode record) {
    return switch (form) {
      case TOKENS -> new Row.Tokens(tokens(place, record));
      case MESSAGES -> conversation(place, record.path("messages"), "messages");
      case CONVERSATIONS -> conversation(place, record.path("conversations"), "conversations");
      case PROMPT -> prompted(place, record);
      case QUESTION ->
          new Row.Prompted(text(place, record, "question"), text(place, record, "answer"));
      case INSTRUCTION ->
          new Row.Prompted(instruction(place, record), text(place, record, "output"));
      case CLASSIFIED ->
          new Row.Prompted(text(place, record, "text"), scalar(place, record, "label"));
      case TEXT -> new Row.Text(notEmpty(place, record, "text"));
    };
  }

  private static ProblemException unknown(Place place, Set<String> keys) {
    return place
        .problem(
            keys.isEmpty()
                ? "is empty"
                : "has the columns %s, which are none of the known forms"
                    .formatted(String.join(", ", keys)),
            "Name the columns as one of %s, or say which column is which.".formatted(RowForm.all()))
        .asException();
  }

  private static Row prompted(Place place, ObjectNode record) {
    if (!record.path("prompt").isArray()) {
      return new Row.Prompted(text(place, record, "prompt"), text(place, record, "completion"));
    }
    List<Turn> turns = new ArrayList<>(turns(place, record.path("prompt"), "prompt"));
    turns.addAll(turns(place, record.path("completion"), "completion"));
    return new Row.Conversation(turns);
  }

  /** Instruction and input as Alpaca's data mean them: the input is what is worked on. */
  private static String instruction(Place place, ObjectNode record) {
    String instruction = text(place, record, "instruction");
    String input = record.hasNonNull("input") ? text(place, record, "input") : "";
    return input.isBlank() ? instruction : instruction + "\n\n" + input;
  }

  private static Row conversation(Place place, JsonNode list, String key) {
    List<Turn> turns = turns(place, list, key);
    if (turns.isEmpty()) {
      throw place.problem("has no messages", "Correct or remove the row.").asException();
    }
    return new Row.Conversation(turns);
  }

  private static List<Turn> turns(Place place, JsonNode list, String key) {
    if (!list.isArray()) {
      throw wrong(place, key, "a list of messages");
    }
    List<Turn> turns = new ArrayList<>();
    for (JsonNode message : list) {
      JsonNode role = message.has("role") ? message.path("role") : message.path("from");
      JsonNode content = message.has("content") ? message.path("content") : message.path("value");
      if (!role.isTextual()) {
        throw wrong(place, key, "messages that each have a role");
      }
      String name = role.textValue().toLowerCase(Locale.ROOT);
      turns.add(new Turn(ROLES.getOrDefault(name, name), content(place, key, content)));
    }
    return turns;
  }

  /** A text, or parts of one as programs with pictures write them. */
  private static String content(Place place, String key, JsonNode content) {
    if (content.isTextual()) {
      return content.textValue();
    }
    if (!content.isArray() || content.isEmpty()) {
      throw wrong(place, key, "messages that each have a text");
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode part : content) {
      if (!part.path("text").isTextual()) {
        throw wrong(place, key, "messages of text only");
      }
      text.append(part.path("text").textValue());
    }
    return text.toString();
  }

  private static TokenizedRow tokens(Place place, ObjectNode record) {
    int[] ids = wholes(place, record.path("input_ids"), "input_ids");
    int[] labels =
        record.hasNonNull("labels") ? wholes(place, record.path("labels"), "labels") : ids.clone();
    if (ids.length == 0) {
      throw place.problem("has no tokens", "Correct or remove the row.").asException();
    }
    if (ids.length != labels.length) {
      throw place
          .problem(
              "has %d ids but %d labels".formatted(ids.length, labels.length),
              "Give each id a label; -100 means that it is not learnt.")
          .asException();
    }
    return new TokenizedRow(ids, labels);
  }

  private static int[] wholes(Place place, JsonNode list, String key) {
    if (!list.isArray()) {
      throw wrong(place, key, "a list of whole numbers");
    }
    int[] numbers = new int[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonNode number = list.path(i);
      if (!number.isIntegralNumber() || !number.canConvertToInt()) {
        throw wrong(place, key, "a list of whole numbers");
      }
      numbers[i] = number.intValue();
    }
    return numbers;
  }

  private static String notEmpty(Place place, ObjectNode record, String key) {
    String text = text(place, record, key);
    if (text.isBlank()) {
      throw place
          .problem("has an empty \"%s\"".formatted(key), "Correct or remove the row.")
          .asException();
    }
    return text;
  }

  private static String text(Place place, ObjectNode record, String key) {
    JsonNode value = record.path(key);
    if (!value.isTextual()) {
      throw wrong(place, key, "a text");
    }
    return value.textValue();
  }

  /** A label may be a word or a number. */
  private static String scalar(Place place, ObjectNode record, String key) {
    JsonNode value = record.path(key);
    if (!value.isTextual() && !value.isNumber() && !value.isBoolean()) {
      throw wrong(place, key, "a word or a number");
    }
    return value.asText();
  }

  private static ProblemException wrong(Place place, String key, String expected) {
    return place
        .problem(
            "has a \"%s\" that is not %s".formatted(key, expected), "Correct or remove the row.")
        .asException();
  }
}
