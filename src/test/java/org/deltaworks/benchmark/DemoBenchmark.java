package org.deltaworks.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Measures every demo as a person meets it: {@code deltaworks demo --name NAME --seed S --json},
 * each in a process of its own, one after the other. Prints for each demo the median, least and
 * most of its metric before and after and of the seconds from the command's start to its end, and
 * writes all of it as JSON, also what has been measured when it is ended early.
 *
 * <p>Arguments, all {@code name=value}: {@code ours} (our launcher), {@code demos} (names with
 * commas; all if left out), {@code seeds} (with commas), {@code home} (a home folder that is kept),
 * {@code out}.
 */
public final class DemoBenchmark {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final List<String> FIGURES =
      List.of("before", "after", "training_seconds", "seconds");

  private final BenchmarkSettings settings;
  private final String home;

  private DemoBenchmark(BenchmarkSettings settings, String home) {
    this.settings = settings;
    this.home = home;
  }

  /** Measures. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    BenchmarkSettings settings =
        BenchmarkSettings.of(
            Map.of(
                "ours", "target/deltaworks/bin/deltaworks",
                "seeds", "1,2,3",
                "out", "target/demo-benchmark.json"),
            Set.of("demos", "home"),
            arguments);
    String home =
        settings.has("home")
            ? settings.get("home")
            : Files.createTempDirectory("deltaworks-demos").toString();
    new DemoBenchmark(settings, home).run();
  }

  private void run() throws IOException, InterruptedException {
    ObjectNode report = JSON.createObjectNode();
    settings.into(report);
    report.put("processors", Runtime.getRuntime().availableProcessors());
    ObjectNode results = report.putObject("demos");
    for (String demo : demos()) {
      ArrayNode rows = results.putArray(demo);
      for (String seed : settings.get("seeds").split(",")) {
        rows.add(ours("demo", "--headless", "--name", demo, "--seed", seed));
        Files.writeString(Path.of(settings.get("out")), JSON.writeValueAsString(report) + "\n");
      }
      print(demo, rows);
    }
  }

  private List<String> demos() throws IOException, InterruptedException {
    if (settings.has("demos")) {
      return List.of(settings.get("demos").split(","));
    }
    List<String> names = new ArrayList<>();
    ours("demo", "--list").path("demos").forEach(demo -> names.add(demo.path("name").asText()));
    return names;
  }

  private JsonNode ours(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(settings.get("ours")));
    command.addAll(Arrays.asList(words));
    command.addAll(List.of("--json", "--home", home));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String last = "";
    try (Stream<String> lines = process.inputReader().lines()) {
      last = lines.filter(line -> !line.isBlank()).reduce("", (a, b) -> b);
    }
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed: " + last);
    }
    return JSON.readTree(last);
  }

  private static void print(String demo, ArrayNode rows) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-12s", demo));
    for (String figure : FIGURES) {
      double[] sorted = new double[rows.size()];
      for (int i = 0; i < sorted.length; i++) {
        sorted[i] = rows.get(i).path(figure).asDouble();
      }
      Arrays.sort(sorted);
      line.append(
          String.format(
              Locale.ROOT,
              "  %s %.2f (%.2f to %.2f)",
              figure,
              sorted[sorted.length / 2],
              sorted[0],
              sorted[sorted.length - 1]));
    }
    System.out.println(line);
  }
}
