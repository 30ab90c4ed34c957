package org.deltaworks.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.deltaworks.app.Composition;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.service.Workbench;

/**
 * What a base in four bits (QLoRA, arXiv 2305.14314) saves and costs. Models of the shape of Llama
 * 3.2 1B (1.2 billion numbers) and Llama 2 7B with random weights are written to disk in bfloat16,
 * file by file, and trained for a few steps in a child process: its highest memory, what was
 * promised of it, and the time of its steps. Real models are trained for 100 steps with their base
 * as it is and in four bits, and asked about the same held-out rows before and after.
 *
 * <p>Arguments, all {@code name=value}: {@code parts} (of {@code quality,1.2b,7b}, with commas),
 * {@code scratch} (folder for models, which need 3 and 14 GB, and the home), {@code shared} (folder
 * of the real models), {@code out} (JSON), {@code dtype}, {@code quantize}, {@code rows}, {@code
 * length} (tokens of a row), {@code steps}, {@code seeds} (of the quality runs), {@code only} (of
 * the quality runs those whose name holds this).
 */
public final class FourBitBenchmark {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final double MEBIBYTE = 1024.0 * 1024.0;
  private static final int LOWEST_ID = 10;
  private static final int IDS = 90;
  private static final String QUALITY_STEPS = "100";

  private static final Map<String, RandomModels.Shape> SHAPES =
      Map.of(
          "1.2b",
          new RandomModels.Shape("llama-1.2b", "llama", 16, 2048, 32, 8, 8192, 128_256, true, true),
          "7b",
          new RandomModels.Shape(
              "llama-7b", "llama", 32, 4096, 32, 32, 11_008, 32_000, false, true));

  private final BenchmarkSettings settings;
  private final Path scratch;
  private final ObjectNode report = JSON.createObjectNode();

  private FourBitBenchmark(BenchmarkSettings settings) {
    this.settings = settings;
    this.scratch = Path.of(settings.get("scratch")).toAbsolutePath();
  }

  /** Measures. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Map<String, String> usual =
        Map.of(
            "parts", "quality,1.2b,7b",
            "scratch", "target/four-bit-benchmark",
            "shared", "../shared/data",
            "out", "target/four-bit-benchmark.json",
            "dtype", "bfloat16",
            "quantize", "nf4",
            "rows", "1",
            "length", "128",
            "steps", "3",
            "seeds", "1,2,3");
    new FourBitBenchmark(BenchmarkSettings.of(usual, Set.of("only"), arguments)).run();
  }

  private void run() throws IOException, InterruptedException {
    Files.createDirectories(scratch);
    settings.into(report);
    report.put("processors", Runtime.getRuntime().availableProcessors());
    try (Composition composition = Composition.open(Optional.of(scratch.resolve("home")))) {
      for (String part : settings.get("parts").split(",")) {
        if (part.equals("quality")) {
          quality(composition.workbench());
        } else {
          size(composition.workbench(), part);
        }
        Files.writeString(Path.of(settings.get("out")), JSON.writeValueAsString(report) + "\n");
      }
    }
  }

  private void size(Workbench bench, String part) throws IOException, InterruptedException {
    RandomModels.Shape shape = SHAPES.get(part);
    if (shape == null) {
      throw new IllegalArgumentException("parts are quality, 1.2b and 7b, not " + part);
    }
    Path tokenizer = Path.of("assets/models/polder/tokenizer.json");
    Path model = new RandomModels(scratch.resolve("models"), tokenizer).shards(shape);
    TrainingDraft draft =
        TrainingDraft.empty()
            .with(Setting.MODEL, model.toString())
            .with(Setting.DATA, randomRows().toString())
            .with(Setting.STEPS, settings.get("steps"))
            .with(Setting.BATCH_SIZE, settings.get("rows"))
            .with(Setting.DTYPE, settings.get("dtype"))
            .with(Setting.QUANTIZE, settings.get("quantize"))
            .with(Setting.RECOMPUTE, "on")
            .with(Setting.EVAL_FRACTION, "0");
    double promised = bench.estimates().estimate(draft).estimate().memory().total() / MEBIBYTE;
    Run run = finished(bench, draft);
    double[] seconds =
        bench.runs().history(run.id(), 0).steps().stream()
            .mapToDouble(Run.StepPoint::seconds)
            .toArray();
    ObjectNode figures = report.putObject(part);
    figures.put("peak_rss_mb", run.facts().peakResidentMegabytes());
    figures.put("promised_rss_mb", promised);
    figures.put("seconds_to_first_step", run.facts().secondsToFirstStep());
    figures.put("step_seconds", seconds[seconds.length - 1]);
    System.out.printf(
        Locale.ROOT,
        "%s: highest %.0f MiB (promised %.0f), first step after %.0f s, then %.1f s a step%n",
        part,
        run.facts().peakResidentMegabytes(),
        promised,
        run.facts().secondsToFirstStep(),
        seconds[seconds.length - 1]);
  }

  /** Rows of ids that every model knows, each token a label. */
  private Path randomRows() throws IOException {
    Random random = new Random(3);
    List<String> lines = new ArrayList<>();
    int rows = Integer.parseInt(settings.get("rows")) * Integer.parseInt(settings.get("steps"));
    for (int i = 0; i < rows; i++) {
      List<Integer> ids =
          random.ints(settings.number("length"), LOWEST_ID, LOWEST_ID + IDS).boxed().toList();
      lines.add("{\"input_ids\": %s, \"labels\": %s}".formatted(ids, ids));
    }
    return Files.write(scratch.resolve("rows.jsonl"), lines);
  }

  private void quality(Workbench bench) throws IOException, InterruptedException {
    Path polder = Path.of("assets/models/polder").toAbsolutePath();
    for (String demo : List.of("pirate", "menu", "poet")) {
      Path rows = Path.of("assets/demos", demo).toAbsolutePath();
      compare(
          bench,
          "polder " + demo,
          task(polder, rows.resolve("train.jsonl"), rows.resolve("heldout.jsonl")));
    }
    for (String name : List.of("stories260K", "babyllama-tok105")) {
      Path model = Path.of(settings.get("shared"), "models", name + "-hf").toAbsolutePath();
      Path golden = Path.of(settings.get("shared"), "golden", "reference", name + ".json");
      if (Files.exists(golden)) {
        JsonNode lora = JSON.readTree(golden.toFile()).get("lora");
        compare(
            bench,
            name,
            task(
                model,
                ids(name + "-train", lora.get("train_rows")),
                ids(name + "-heldout", lora.get("heldout_rows"))));
      }
    }
  }

  private Path ids(String name, JsonNode rows) throws IOException {
    List<String> lines = new ArrayList<>();
    rows.forEach(row -> lines.add("{\"input_ids\": %s, \"labels\": %s}".formatted(row, row)));
    return Files.write(scratch.resolve(name + ".jsonl"), lines);
  }

  private static TrainingDraft task(Path model, Path rows, Path heldOut) {
    return TrainingDraft.empty()
        .with(Setting.MODEL, model.toString())
        .with(Setting.DATA, rows.toString())
        .with(Setting.EVAL_DATA, heldOut.toString())
        .with(Setting.EVAL_EVERY, QUALITY_STEPS)
        .with(Setting.STEPS, QUALITY_STEPS)
        .with(Setting.BATCH_SIZE, "4")
        .with(Setting.TARGET_MODULES, "all-linear")
        .with(Setting.LEARNING_RATE, "1e-3");
  }

  /** The same run with the base as it is and in four bits, for each seed; held-out losses. */
  private void compare(Workbench bench, String name, TrainingDraft task)
      throws IOException, InterruptedException {
    if (settings.has("only") && !name.contains(settings.get("only"))) {
      return;
    }
    ObjectNode figures = report.putObject(name);
    List<Double> ratios = new ArrayList<>();
    for (String seed : settings.get("seeds").split(",")) {
      ObjectNode one = figures.putObject("seed " + seed);
      double[] plain = losses(bench, task.with(Setting.SEED, seed));
      double[] packed = losses(bench, task.with(Setting.SEED, seed).with(Setting.QUANTIZE, "nf4"));
      one.put("before", plain[0]).put("before_nf4", packed[0]);
      one.put("after", plain[1]).put("after_nf4", packed[1]);
      ratios.add(packed[1] / plain[1]);
      System.out.printf(
          Locale.ROOT,
          "%-18s seed %s: held-out loss before %.4f, in four bits %.4f; after %s steps %.4f and"
              + " %.4f, %+.2f %%%n",
          name,
          seed,
          plain[0],
          packed[0],
          QUALITY_STEPS,
          plain[1],
          packed[1],
          100 * (packed[1] / plain[1] - 1));
      Files.writeString(Path.of(settings.get("out")), JSON.writeValueAsString(report) + "\n");
    }
    double[] sorted = ratios.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    figures.put("median_ratio", sorted[sorted.length / 2]);
  }

  /** Of the first and the last test. */
  private double[] losses(Workbench bench, TrainingDraft draft)
      throws IOException, InterruptedException {
    Run run = finished(bench, draft);
    List<Run.EvaluationPoint> tests = bench.runs().history(run.id(), 0).evaluations();
    return new double[] {tests.getFirst().loss(), tests.getLast().loss()};
  }

  private static Run finished(Workbench bench, TrainingDraft draft)
      throws IOException, InterruptedException {
    Run run = bench.training().start(draft);
    while (!run.state().atRest()) {
      Thread.sleep(200);
      run = bench.runs().get(run.id());
    }
    if (run.state() != RunState.FINISHED) {
      throw new IOException(Arrays.toString(new Object[] {draft, run.problem()}));
    }
    return run;
  }
}
