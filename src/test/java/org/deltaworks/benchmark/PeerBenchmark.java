package org.deltaworks.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Measures {@code deltaworks train} side by side with transformers + PEFT on the same model, data,
 * rows and settings: in turn, one after the other, so that a slow minute of the machine meets both.
 * Prints medians, spreads and ratios, and writes them as JSON.
 *
 * <p>Arguments, all {@code name=value}: {@code peer} (command that starts the peer's script),
 * {@code model}, {@code data}, {@code ours} (our launcher), {@code rounds}, {@code steps}, {@code
 * batch}, {@code length}, {@code dtype}, {@code targets}, {@code rank}, {@code out}.
 */
public final class PeerBenchmark {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final List<String> FIGURES =
      List.of("real_tokens_per_second", "seconds_to_first_step", "peak_rss_mb");

  private final BenchmarkSettings settings;

  private PeerBenchmark(BenchmarkSettings settings) {
    this.settings = settings;
  }

  /** Runs the rounds. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    BenchmarkSettings settings =
        BenchmarkSettings.of(
            Map.of(
                "ours", "target/deltaworks/bin/deltaworks",
                "rounds", "3",
                "steps", "8",
                "batch", "8",
                "length", "512",
                "dtype", "float32",
                "targets", "q_proj,v_proj",
                "rank", "8",
                "out", "target/benchmark.json"),
            Set.of("peer", "model", "data", "eos"),
            arguments);
    List.of("peer", "model", "data").forEach(settings::get);
    new PeerBenchmark(settings).run();
  }

  private void run() throws IOException, InterruptedException {
    List<JsonNode> ours = new ArrayList<>();
    List<JsonNode> peers = new ArrayList<>();
    int rounds = settings.number("rounds");
    for (int round = 1; round <= rounds; round++) {
      ours.add(measure("ours", round, this::ourCommand));
      peers.add(measure("peer", round, ignored -> peerCommand()));
    }
    ObjectNode report = JSON.createObjectNode();
    settings.into(report);
    report.put("processors", Runtime.getRuntime().availableProcessors());
    report.put("processor", processor());
    System.out.printf(
        "%n%-26s %22s %22s %8s%n", "median (least to most)", "deltaworks", "peer", "ratio");
    for (String figure : FIGURES) {
      double[] a = values(ours, figure);
      double[] b = values(peers, figure);
      System.out.printf(
          Locale.ROOT,
          "%-26s %22s %22s %8.2f%n",
          figure,
          spread(a),
          spread(b),
          median(a) / median(b));
      ObjectNode row = report.putObject(figure);
      row.set("deltaworks", JSON.valueToTree(a));
      row.set("peer", JSON.valueToTree(b));
      row.put("ratio", median(a) / median(b));
    }
    double difference = lossDifference(ours.getFirst(), peers.getFirst());
    System.out.printf(Locale.ROOT, "largest difference of a loss: %.5f%n", difference);
    report.put("largest_loss_difference", difference);
    Files.writeString(Path.of(settings.get("out")), JSON.writeValueAsString(report) + "\n");
  }

  /** A command that may need a folder of its own. */
  private interface Command {
    List<String> in(Path home);
  }

  private JsonNode measure(String who, int round, Command command)
      throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("deltaworks-benchmark");
    try {
      Process process =
          new ProcessBuilder(command.in(home))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String last = "";
      try (Stream<String> lines = process.inputReader().lines()) {
        last = lines.filter(line -> !line.isBlank()).reduce((a, b) -> b).orElse("");
      }
      if (process.waitFor() != 0) {
        throw new IOException(who + " failed: " + last);
      }
      JsonNode result = JSON.readTree(last);
      System.out.printf(
          Locale.ROOT,
          "round %d, %s: %.1f real tokens/s, first step after %.1f s, %.0f MB%n",
          round,
          who,
          result.path(FIGURES.get(0)).asDouble(),
          result.path(FIGURES.get(1)).asDouble(),
          result.path(FIGURES.get(2)).asDouble());
      return result;
    } finally {
      delete(home);
    }
  }

  private List<String> ourCommand(Path home) {
    return List.of(
        settings.get("ours"),
        "train",
        "--json",
        "--home",
        home.toString(),
        "--model",
        settings.get("model"),
        "--data",
        settings.get("data"),
        "--steps",
        settings.get("steps"),
        "--batch-size",
        settings.get("batch"),
        "--max-length",
        settings.get("length"),
        "--rank",
        settings.get("rank"),
        "--alpha",
        "16",
        "--target-modules",
        settings.get("targets"),
        "--dtype",
        settings.get("dtype"),
        "--lr",
        "1e-4",
        "--schedule",
        "constant",
        "--warmup",
        "0",
        "--max-grad-norm",
        "0",
        "--no-shuffle",
        "--eval-fraction",
        "0");
  }

  private List<String> peerCommand() {
    List<String> command = new ArrayList<>(List.of(settings.get("peer").split(" ")));
    command.addAll(
        List.of(
            "train",
            "--model",
            settings.get("model"),
            "--data",
            settings.get("data"),
            "--steps",
            settings.get("steps"),
            "--batch",
            settings.get("batch"),
            "--max-length",
            settings.get("length"),
            "--rank",
            settings.get("rank"),
            "--alpha",
            "16",
            "--target-modules",
            settings.get("targets"),
            "--dtype",
            settings.get("dtype"),
            "--lr",
            "1e-4"));
    if (settings.has("eos")) {
      command.addAll(List.of("--eos", settings.get("eos")));
    }
    return command;
  }

  private static double[] values(List<JsonNode> results, String figure) {
    return results.stream().mapToDouble(r -> r.path(figure).asDouble()).toArray();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static String spread(double[] values) {
    double least = java.util.Arrays.stream(values).min().orElse(0);
    double most = java.util.Arrays.stream(values).max().orElse(0);
    return String.format(Locale.ROOT, "%.1f (%.1f to %.1f)", median(values), least, most);
  }

  private static double lossDifference(JsonNode a, JsonNode b) {
    double largest = 0;
    for (int i = 0; i < Math.min(a.path("losses").size(), b.path("losses").size()); i++) {
      largest =
          Math.max(
              largest,
              Math.abs(a.path("losses").get(i).asDouble() - b.path("losses").get(i).asDouble()));
    }
    return largest;
  }

  private static String processor() throws IOException {
    Path facts = Path.of("/proc/cpuinfo");
    if (!Files.exists(facts)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(facts)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
