package org.deltaworks.format.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.format.json.JsonFields;
import org.deltaworks.format.json.JsonFile;
import org.deltaworks.platform.AtomicFiles;

/**
 * What was said about a training, as JSON: each key is an option of the command line without its
 * dashes, repeatable ones hold lists. Defaults are left out, so that a recipe says only what its
 * writer meant. The same text serves {@code --config} and "save recipe".
 */
public final class Recipe {
  private static final Path UNNAMED = Path.of("recipe");

  private Recipe() {}

  /** The JSON text of a draft. */
  public static String text(TrainingDraft draft) {
    ObjectNode node = JsonFile.newObject();
    for (Map.Entry<Setting, List<String>> said : draft.said().entrySet()) {
      if (said.getKey().repeatable()) {
        ArrayNode list = node.putArray(said.getKey().option());
        said.getValue().forEach(list::add);
      } else {
        node.put(said.getKey().option(), said.getValue().getFirst());
      }
    }
    return JsonFile.text(node);
  }

  /** Writes a file that appears whole or not at all. */
  public static void save(Path file, TrainingDraft draft) {
    AtomicFiles.writeText(file, text(draft));
  }

  /**
   * Reads a file.
   *
   * @throws ProblemException if it is missing, no JSON object, or has a key that is no setting;
   *     whether the values make sense is for {@link TrainingDraft#toPlan()} to say
   */
  public static TrainingDraft read(Path file) {
    return draft(JsonFile.read(file, Problem.Kind.WRONG_USAGE));
  }

  /** Reads a text, as {@link #read}. */
  public static TrainingDraft parse(String text) {
    return draft(
        JsonFile.parse(text.getBytes(StandardCharsets.UTF_8), UNNAMED, Problem.Kind.WRONG_USAGE));
  }

  private static TrainingDraft draft(JsonFields fields) {
    TrainingDraft draft = TrainingDraft.empty();
    for (Map.Entry<String, JsonNode> field : fields.node().properties()) {
      Setting setting =
          Setting.of(field.getKey()).orElseThrow(() -> unknown(field.getKey(), fields.source()));
      draft = draft.with(setting, values(setting, field.getValue(), fields));
    }
    return draft;
  }

  private static List<String> values(Setting setting, JsonNode value, JsonFields fields) {
    if (value.isNull()) {
      return List.of();
    }
    if (setting.repeatable() && value.isArray()) {
      List<String> texts = new ArrayList<>();
      for (JsonNode item : value) {
        texts.add(scalar(setting, item, fields));
      }
      return texts;
    }
    String text = scalar(setting, value, fields);
    return text.isBlank() ? List.of() : List.of(text);
  }

  private static String scalar(Setting setting, JsonNode value, JsonFields fields) {
    if (!value.isValueNode() || value.isNull()) {
      throw fields.wrong(
          setting.option(), setting.repeatable() ? "a text or a list of texts" : "one value");
    }
    return value.asText();
  }

  private static ProblemException unknown(String key, String source) {
    String known =
        Arrays.stream(Setting.values()).map(Setting::option).collect(Collectors.joining(", "));
    return Problem.of(
            Problem.Kind.WRONG_USAGE,
            "\"%s\" in %s is no setting of a training.".formatted(key, source),
            "Correct or remove it; the settings are " + known + ".")
        .asException();
  }
}
