package org.deltaworks.corpus.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.deltaworks.domain.demos.Demo;
import org.deltaworks.domain.demos.DemoMetric;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.format.json.JsonTrouble;

/**
 * The demos that came with the installation: one folder each under {@code assets/demos} with {@code
 * demo.json}, {@code train.jsonl}, {@code heldout.jsonl} and {@code prompts.txt}.
 */
public final class DemoShelf {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<DemoMetric> METRICS =
      List.of(
          new PirateTalkMetric(),
          new MenuSlotsMetric(),
          new ExactAnswerMetric(),
          new RhymeMetric(),
          new SecretLanguageMetric(),
          new HouseStyleMetric());

  private final Path folder;

  /**
   * Opens the shelf.
   *
   * @param folder {@code assets/demos}; one that is missing is an empty shelf
   */
  public DemoShelf(Path folder) {
    this.folder = folder;
  }

  /** All demos, in the order that they ask for, then by name. */
  public List<Demo> list() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(f -> Files.isRegularFile(f.resolve("demo.json")))
          .sorted()
          .map(DemoShelf::read)
          .sorted(Comparator.comparingInt(Placed::place))
          .map(Placed::demo)
          .toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  /** One by name. */
  public Optional<Demo> find(String name) {
    return list().stream().filter(demo -> demo.name().equals(name)).findFirst();
  }

  /** A demo and where it stands among the others. */
  private record Placed(int place, Demo demo) {}

  private static Placed read(Path demo) {
    try {
      JsonNode json = JSON.readTree(demo.resolve("demo.json").toFile());
      return new Placed(json.path("place").asInt(Integer.MAX_VALUE), read(json, demo));
    } catch (JsonProcessingException e) {
      throw broken(demo, "is not valid JSON: " + JsonTrouble.reason(e));
    } catch (IOException e) {
      throw unreadable(demo, e);
    }
  }

  private static Demo read(JsonNode json, Path demo) throws IOException {
    Path training = demo.resolve("train.jsonl");
    Path heldOut = demo.resolve("heldout.jsonl");
    return new Demo(
        json.path("name").asText(demo.getFileName().toString()),
        json.path("title").asText(),
        json.path("sentence").asText(),
        training,
        heldOut,
        Files.readAllLines(demo.resolve("prompts.txt")).stream().filter(l -> !l.isBlank()).toList(),
        metric(json.path("metric").asText(), demo),
        settings(json, demo)
            .with(Setting.DATA, training.toString())
            .with(Setting.EVAL_DATA, heldOut.toString()));
  }

  private static TrainingDraft settings(JsonNode json, Path demo) {
    TrainingDraft draft =
        TrainingDraft.empty().with(Setting.MODEL, json.path("base").asText("polder"));
    for (Map.Entry<String, JsonNode> entry : json.path("settings").properties()) {
      Setting setting =
          Setting.of(entry.getKey())
              .orElseThrow(() -> broken(demo, "names an unknown setting " + entry.getKey()));
      draft = draft.with(setting, entry.getValue().asText());
    }
    return draft;
  }

  private static DemoMetric metric(String code, Path demo) {
    return METRICS.stream()
        .filter(m -> m.code().equals(code))
        .findFirst()
        .orElseThrow(() -> broken(demo, "names an unknown metric \"" + code + "\""));
  }

  private static RuntimeException broken(Path demo, String why) {
    return Problem.of(
            Problem.Kind.BAD_FILE,
            "The demo file " + demo.resolve("demo.json") + " " + why + ".",
            "Install Deltaworks again, or mend the file.")
        .asException();
  }

  private static RuntimeException unreadable(Path path, IOException e) {
    return Problem.of(
            Problem.Kind.BAD_FILE,
            "The demo in " + path + " cannot be read: " + e.getMessage() + ".",
            "Install Deltaworks again, or check the folder's permissions.")
        .asException(e);
  }
}
