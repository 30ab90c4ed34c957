package org.deltaworks.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.deltaworks.app.Composition;
import org.deltaworks.domain.estimate.Estimate;
import org.deltaworks.domain.estimate.MemoryEstimate;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.service.Workbench;

/**
 * Holds the promise before a run against what the run then takes, over a grid of settings: each is
 * estimated and then trained in its own child process, for two steps unless it says more; from
 * twenty steps on the run tries its largest batch, and what it then says of time and memory is held
 * against what it took. Prints and writes as JSON what was predicted and what was measured.
 *
 * <p>Arguments, all {@code name=value}: {@code shared} (folder of the real models), {@code out}
 * (JSON; what was measured in it before is kept and only estimated again), {@code scratch} (folder
 * for random models, rows and the home), {@code only} (a word that settings must contain), {@code
 * grid} (a file of settings instead of the usual ones), {@code minutes} (time after which no
 * setting is begun).
 */
public final class EstimateBenchmark {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String GRID = "memory-grid.txt";
  private static final String MEASURED = "peak_rss_mb";
  private static final String PREDICTED = "predicted_mb";
  private static final String CORRECTED_SECONDS = "corrected_seconds";
  private static final double MEBIBYTE = 1024.0 * 1024.0;
  private static final int ROWS = 160;
  private static final int LOWEST_ID = 10;
  private static final int IDS = 90;

  private static final List<RandomModels.Shape> SHAPES =
      List.of(
          new RandomModels.Shape("wide", "llama", 2, 128, 4, 2, 256, 50_257, true, false),
          new RandomModels.Shape("deep", "llama", 16, 384, 6, 2, 1024, 2048, false, false),
          new RandomModels.Shape("deep-half", "llama", 16, 384, 6, 2, 1024, 2048, false, true),
          new RandomModels.Shape("qwen3", "qwen3", 8, 256, 4, 2, 768, 4096, true, false),
          new RandomModels.Shape("gpt2", "gpt2", 8, 256, 4, 4, 1024, 4096, true, false),
          new RandomModels.Shape("smollm2", "llama", 30, 576, 9, 3, 1536, 50_257, true, false),
          new RandomModels.Shape("smollm2-half", "llama", 30, 576, 9, 3, 1536, 50_257, true, true));

  private final BenchmarkSettings settings;
  private final Path scratch;
  private final ObjectNode report;

  private EstimateBenchmark(BenchmarkSettings settings) throws IOException {
    this.settings = settings;
    this.scratch = Path.of(settings.get("scratch")).toAbsolutePath();
    Path out = Path.of(settings.get("out"));
    this.report =
        Files.exists(out) ? (ObjectNode) JSON.readTree(out.toFile()) : JSON.createObjectNode();
  }

  /** Measures what was not measured yet. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    BenchmarkSettings settings =
        BenchmarkSettings.of(
            Map.of(
                "shared", "../shared/data",
                "scratch", "target/estimate-benchmark",
                "out", "target/estimates.json",
                "only", "",
                "grid", "",
                "minutes", "600"),
            Set.of(),
            arguments);
    new EstimateBenchmark(settings).run();
  }

  private void run() throws IOException, InterruptedException {
    long end = System.nanoTime() + 60_000_000_000L * Long.parseLong(settings.get("minutes"));
    Files.createDirectories(scratch);
    try (Composition composition = Composition.open(Optional.of(scratch.resolve("home")))) {
      for (String line : grid()) {
        boolean measured = report.path(line).has(MEASURED);
        if (line.contains(settings.get("only")) && (measured || System.nanoTime() < end)) {
          ObjectNode figures = measured ? (ObjectNode) report.get(line) : report.putObject(line);
          look(composition.workbench(), line, figures, measured);
          Files.writeString(Path.of(settings.get("out")), JSON.writeValueAsString(report) + "\n");
        }
      }
    }
    judge();
  }

  private void look(Workbench bench, String line, ObjectNode figures, boolean measured)
      throws IOException, InterruptedException {
    TrainingDraft draft = draft(line);
    if (!measured) {
      Run run = finished(bench, bench.training().start(draft));
      if (run.state() != RunState.FINISHED) {
        throw new IOException(line + " " + run.problem());
      }
      figures.put(MEASURED, run.facts().peakResidentMegabytes());
      figures.put("seconds", run.facts().taken().seconds());
      run.facts()
          .corrected()
          .ifPresent(
              corrected -> {
                figures.put("corrected_mb", corrected.megabytes());
                figures.put(CORRECTED_SECONDS, corrected.seconds());
              });
      figures.put(
          "step_seconds",
          bench.runs().history(run.id(), 0).steps().stream()
              .mapToDouble(Run.StepPoint::seconds)
              .sum());
    }
    predict(bench, draft, figures);
    double peak = figures.path(MEASURED).asDouble();
    double predicted = figures.path(PREDICTED).path("total").asDouble();
    figures.put("ratio", predicted / peak);
    String afterTrial = "";
    if (figures.has(CORRECTED_SECONDS)) {
      double time = figures.path(CORRECTED_SECONDS).asDouble() / figures.path("seconds").asDouble();
      double memory = figures.path("corrected_mb").asDouble() / peak;
      figures.put("time_ratio", time);
      figures.put("corrected_ratio", memory);
      afterTrial =
          String.format(Locale.ROOT, "  (corrected: memory %.3f, time %.3f)", memory, time);
    }
    System.out.printf(
        Locale.ROOT,
        "%8.0f %8.0f %6.3f  %s%s%n",
        predicted,
        peak,
        predicted / peak,
        line,
        afterTrial);
  }

  private static void predict(Workbench bench, TrainingDraft draft, ObjectNode figures) {
    Estimate estimate = bench.estimates().estimate(draft).estimate();
    MemoryEstimate memory = estimate.memory();
    ObjectNode parts = figures.putObject(PREDICTED);
    parts.put("total", memory.total() / MEBIBYTE);
    memory.parts().forEach((name, bytes) -> parts.put(name, bytes / MEBIBYTE));
    figures.put("predicted_seconds", estimate.seconds());
  }

  /**
   * The bar: of memory nine of ten within a tenth, none more than a twentieth too low; of time,
   * once the largest batch has been tried, all within a quarter.
   */
  private void judge() {
    judge("memory before the start", "ratio", 0.1);
    judge("memory after the trial", "corrected_ratio", 0.1);
    judge("time after the trial", "time_ratio", 0.25);
  }

  private void judge(String what, String key, double bar) {
    double[] ratios =
        StreamSupport.stream(report.spliterator(), false)
            .filter(node -> node.has(key))
            .mapToDouble(node -> node.path(key).asDouble())
            .toArray();
    long close = Arrays.stream(ratios).filter(r -> Math.abs(r - 1) <= bar).count();
    System.out.printf(
        Locale.ROOT,
        "%s: %d of %d within %.0f %%; from %.3f to %.3f of what was measured%n",
        what,
        close,
        ratios.length,
        100 * bar,
        Arrays.stream(ratios).min().orElse(0),
        Arrays.stream(ratios).max().orElse(0));
  }

  private static Run finished(Workbench bench, Run run) throws InterruptedException {
    Run now = run;
    while (!now.state().atRest()) {
      Thread.sleep(500);
      now = bench.runs().get(run.id());
    }
    return now;
  }

  private TrainingDraft draft(String line) throws IOException {
    List<String> words = new ArrayList<>(Arrays.asList(line.split(" +")));
    TrainingDraft draft =
        TrainingDraft.empty()
            .with(Setting.MODEL, model(words.removeFirst()).toString())
            .with(Setting.DATA, rows(words.removeFirst()).toString())
            .with(Setting.STEPS, "2")
            .with(Setting.THREADS, "1");
    while (!words.isEmpty()) {
      String option = words.removeFirst().substring(2);
      draft = draft.with(Setting.of(option).orElseThrow(), words.removeFirst());
    }
    return draft;
  }

  private Path model(String name) throws IOException {
    if (name.equals("polder")) {
      return Path.of("assets/models/polder").toAbsolutePath();
    }
    Path tokenizer = Path.of("assets/models/polder/tokenizer.json");
    for (RandomModels.Shape shape : SHAPES) {
      if (shape.name().equals(name)) {
        return new RandomModels(scratch.resolve("models"), tokenizer).model(shape);
      }
    }
    String folder =
        switch (name) {
          case "stories260K" -> "stories260K-hf";
          case "stories260K-bf16" -> "stories260K-hf-bf16";
          case "babyllama" -> "babyllama-tok105-hf";
          default -> throw new IllegalArgumentException("no model is called " + name);
        };
    return Path.of(settings.get("shared"), "models", folder).toAbsolutePath();
  }

  /** Rows that every model can read: token ids that all of them know. */
  private Path rows(String name) throws IOException {
    Path file = scratch.resolve(name + ".jsonl");
    int length = Integer.parseInt(name.substring(name.indexOf('-') + 1));
    boolean even = name.startsWith("even");
    Random random = new Random(length);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      int tokens = even ? length : Math.max(8, (int) (length * Math.pow(random.nextDouble(), 2)));
      List<Integer> ids = random.ints(tokens, LOWEST_ID, LOWEST_ID + IDS).boxed().toList();
      List<Integer> labels = new ArrayList<>(ids);
      for (int j = 0; !even && j < tokens / 2; j++) {
        labels.set(j, -100);
      }
      lines.add("{\"input_ids\": %s, \"labels\": %s}".formatted(ids, labels));
    }
    return Files.write(file, lines);
  }

  private List<String> grid() throws IOException {
    String own = settings.get("grid");
    List<String> lines;
    if (!own.isEmpty()) {
      lines = Files.readAllLines(Path.of(own));
    } else {
      try (InputStream in =
          Objects.requireNonNull(EstimateBenchmark.class.getResourceAsStream(GRID))) {
        lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      }
    }
    return lines.stream().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
  }
}
