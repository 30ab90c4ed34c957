package org.deltaworks.format.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.demos.Arm;
import org.deltaworks.domain.demos.Comparison;
import org.deltaworks.domain.demos.Comparison.Entry;
import org.deltaworks.domain.demos.Comparison.Figures;
import org.deltaworks.domain.demos.ComparisonStore;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.format.json.JsonFile;
import org.deltaworks.platform.AtomicFiles;

/** The last comparison as one JSON file of the home folder. */
public final class ComparisonFile implements ComparisonStore {
  private final Path file;

  /**
   * Kept here.
   *
   * @param file appears with the first comparison
   */
  public ComparisonFile(Path file) {
    this.file = file;
  }

  @Override
  public Optional<Comparison> load() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonNode node = JsonFile.read(file, Problem.Kind.BAD_FILE).node();
    try {
      List<Entry> entries = new ArrayList<>();
      node.path("entries").forEach(entry -> entries.add(entry(entry)));
      JsonNode base = node.path("base");
      return Optional.of(
          new Comparison(
              node.path("demo").asText(),
              Instant.parse(node.path("started").asText()),
              base.isObject()
                  ? Optional.of(
                      new Comparison.Baseline(
                          base.path("score").asDouble(), base.path("own_loss").asDouble()))
                  : Optional.empty(),
              entries));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw Problem.of(
              Problem.Kind.BAD_FILE,
              "The last comparison in %s cannot be read: %s.".formatted(file, e.getMessage()),
              "Start the comparison anew; it takes the file's place.")
          .asException(e);
    }
  }

  @Override
  public void save(Comparison comparison) {
    ObjectNode node = JsonFile.newObject();
    node.put("demo", comparison.demo()).put("started", comparison.started().toString());
    comparison
        .base()
        .ifPresent(
            base ->
                node.putObject("base").put("score", base.score()).put("own_loss", base.ownLoss()));
    var entries = node.putArray("entries");
    comparison.entries().forEach(entry -> put(entries.addObject(), entry));
    AtomicFiles.writeText(file, JsonFile.text(node));
  }

  private static void put(ObjectNode node, Entry entry) {
    Arm arm = entry.arm();
    node.put("name", arm.name()).put("label", arm.label());
    node.put("method", arm.method()).put("rank", arm.rank());
    node.put("state", entry.state().name());
    entry.run().ifPresent(run -> node.put("run", run));
    entry
        .figures()
        .ifPresent(
            f ->
                node.putObject("figures")
                    .put("trainable", f.trainable())
                    .put("total", f.total())
                    .put("peak_megabytes", f.peakMegabytes())
                    .put("seconds", f.seconds())
                    .put("bytes", f.bytes())
                    .put("score", f.score())
                    .put("own_loss", f.ownLoss()));
    entry
        .problem()
        .ifPresent(
            p ->
                node.putObject("problem")
                    .put("kind", p.kind().name())
                    .put("message", p.message())
                    .put("remedy", p.remedy()));
  }

  private static Entry entry(JsonNode node) {
    JsonNode f = node.path("figures");
    JsonNode p = node.path("problem");
    return new Entry(
        new Arm(
            node.path("name").asText(),
            node.path("label").asText(),
            node.path("method").asText(),
            node.path("rank").asInt()),
        Comparison.State.valueOf(node.path("state").asText()),
        Optional.ofNullable(node.path("run").textValue()),
        f.isObject()
            ? Optional.of(
                new Figures(
                    f.path("trainable").asLong(),
                    f.path("total").asLong(),
                    f.path("peak_megabytes").asDouble(),
                    f.path("seconds").asDouble(),
                    f.path("bytes").asLong(),
                    f.path("score").asDouble(),
                    f.path("own_loss").asDouble()))
            : Optional.empty(),
        p.isObject()
            ? Optional.of(
                Problem.of(
                    Problem.Kind.valueOf(p.path("kind").asText()),
                    p.path("message").asText(),
                    p.path("remedy").asText()))
            : Optional.empty());
  }
}
