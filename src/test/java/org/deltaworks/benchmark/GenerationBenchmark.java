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
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deltaworks.app.Composition;
import org.deltaworks.domain.generation.AdapterChoice;
import org.deltaworks.domain.generation.Answer;
import org.deltaworks.domain.generation.Answerer;
import org.deltaworks.domain.generation.Question;
import org.deltaworks.domain.generation.Sampling;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.service.playground.PlaygroundService;

/**
 * Measures answers side by side with transformers + PEFT: greedy, one at a time, in float32, in
 * turn. Ours come from the process that answers the window and {@code deltaworks generate}. A rate
 * is that of the tokens after the first: an answer of one token is timed too and taken off, on both
 * sides alike. The tokens of both sides are compared.
 *
 * <p>Switching is the time to the first token with an adapter that was not loaded, less the time
 * with the same adapter once it is.
 *
 * <p>Arguments, all {@code name=value}: {@code peer} (command that starts the peer's script),
 * {@code model} (a folder; with {@code merged=true} its adapter is in it already, and the peer
 * merges {@code adapter} into {@code base}), {@code adapter}, {@code prompt} and {@code new} (how
 * many tokens), {@code rounds}, {@code repeats} (answers of a round, of which the median counts),
 * {@code home}, {@code out} (JSON).
 */
public final class GenerationBenchmark {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final int SWITCHES = 10;
  private static final int LOWEST_ID = 10;
  private static final int HIGHEST_ID = 400;

  private final BenchmarkSettings settings;
  private final List<Integer> prompt;
  private final ObjectNode report = JSON.createObjectNode();

  private GenerationBenchmark(BenchmarkSettings settings) {
    this.settings = settings;
    this.prompt =
        new Random(3).ints(settings.number("prompt"), LOWEST_ID, HIGHEST_ID).boxed().toList();
  }

  /** Runs the rounds. */
  public static void main(String[] arguments) throws Exception {
    BenchmarkSettings settings =
        BenchmarkSettings.of(
            Map.of(
                "prompt", "32",
                "new", "64",
                "rounds", "3",
                "repeats", "3",
                "merged", "false",
                "home", "target/generation-benchmark",
                "out", "target/generation-benchmark.json"),
            Set.of("peer", "model", "adapter", "base"),
            arguments);
    new GenerationBenchmark(settings).run();
  }

  private void run() throws Exception {
    settings.into(report);
    report.put("processors", Runtime.getRuntime().availableProcessors());
    try (Composition composition =
        Composition.open(Optional.of(Path.of(settings.get("home")).toAbsolutePath()))) {
      PlaygroundService playground = composition.workbench().playground();
      if (settings.has("peer")) {
        compare(playground);
      }
      if (settings.has("adapter") && !merged()) {
        switching(playground);
      }
    }
    Files.writeString(Path.of(settings.get("out")), JSON.writeValueAsString(report) + "\n");
  }

  /** Tokens a second after the first, and all ids of an answer. */
  private record Rate(double perSecond, List<Integer> ids) {}

  private void compare(PlaygroundService playground) throws Exception {
    List<Rate> ours = new ArrayList<>();
    List<Rate> peers = new ArrayList<>();
    ours(playground);
    for (int round = 1; round <= settings.number("rounds"); round++) {
      ours.add(ours(playground));
      peers.add(peer());
      System.out.printf(
          Locale.ROOT,
          "round %d: ours %.1f, peer %.1f tokens a second after the first%n",
          round,
          ours.getLast().perSecond(),
          peers.getLast().perSecond());
    }
    double[] a = ours.stream().mapToDouble(Rate::perSecond).toArray();
    double[] b = peers.stream().mapToDouble(Rate::perSecond).toArray();
    report.set("deltaworks", JSON.valueToTree(a));
    report.set("peer_tokens_per_second", JSON.valueToTree(b));
    report.put("ratio", median(a) / median(b));
    String ids = agreement(ours.getFirst().ids(), peers.getFirst().ids());
    report.put("ids", ids);
    System.out.printf(
        Locale.ROOT, "ratio of medians %.2f; tokens: %s%n", median(a) / median(b), ids);
  }

  private static String agreement(List<Integer> ours, List<Integer> peers) {
    int length = Math.min(ours.size(), peers.size());
    return IntStream.range(0, length)
        .filter(i -> !ours.get(i).equals(peers.get(i)))
        .mapToObj(i -> "differ from place " + i + " on")
        .findFirst()
        .orElse(ours.size() == peers.size() ? "the same" : "ours end after " + ours.size());
  }

  private Rate ours(PlaygroundService playground) {
    List<AdapterChoice> adapters =
        settings.has("adapter") && !merged()
            ? List.of(new AdapterChoice(settings.get("adapter"), 1))
            : List.of();
    double[] whole = new double[settings.number("repeats")];
    double[] first = new double[whole.length];
    List<Integer> ids = List.of();
    for (int i = 0; i < whole.length; i++) {
      long began = System.nanoTime();
      ids = ask(playground, adapters, settings.number("new")).ids();
      whole[i] = secondsSince(began);
      first[i] = firstToken(playground, adapters);
    }
    int after = ids.size() - prompt.size() - 1;
    return new Rate(after / (median(whole) - median(first)), ids);
  }

  private double firstToken(PlaygroundService playground, List<AdapterChoice> adapters) {
    long began = System.nanoTime();
    ask(playground, adapters, 1);
    return secondsSince(began);
  }

  private Answer ask(PlaygroundService playground, List<AdapterChoice> adapters, int tokens) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    playground.ask(
        new Question(
            settings.get("model"), adapters, "", false, tokens, Sampling.GREEDY, List.of()),
        prompt,
        new Answerer.Listener() {
          @Override
          public void piece(String text) {}

          @Override
          public void answered(Answer whole) {
            answer.complete(whole);
          }

          @Override
          public void failed(Problem problem) {
            answer.completeExceptionally(problem.asException());
          }
        });
    return answer.join();
  }

  private Rate peer() throws IOException, InterruptedException {
    JsonNode whole = peer(settings.number("new"));
    JsonNode one = peer(1);
    List<Integer> ids = new ArrayList<>();
    whole.get("ids").forEach(id -> ids.add(id.intValue()));
    int tokens = ids.size() - prompt.size();
    double seconds =
        tokens / whole.get("tokens_per_second").doubleValue()
            - 1 / one.get("tokens_per_second").doubleValue();
    return new Rate((tokens - 1) / seconds, ids);
  }

  private JsonNode peer(int tokens) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(settings.get("peer").split(" ")));
    command.addAll(
        List.of(
            "generate",
            "--model",
            merged() ? settings.get("base") : settings.get("model"),
            "--ids",
            prompt.stream().map(String::valueOf).collect(Collectors.joining(",")),
            "--max-new-tokens",
            Integer.toString(tokens),
            "--rounds",
            settings.get("repeats")));
    if (settings.has("adapter")) {
      command.addAll(List.of("--adapter", settings.get("adapter")));
    }
    if (merged()) {
      command.add("--merge");
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String last = "";
    try (Stream<String> lines = process.inputReader().lines()) {
      last = lines.filter(line -> !line.isBlank()).reduce((a, b) -> b).orElse("");
    }
    if (process.waitFor() != 0) {
      throw new IOException("the peer failed: " + last);
    }
    return JSON.readTree(last);
  }

  /** Every strength is an adapter of its own to the process that answers. */
  private void switching(PlaygroundService playground) {
    double[] milliseconds = new double[SWITCHES];
    for (int i = 0; i < SWITCHES; i++) {
      List<AdapterChoice> other =
          List.of(new AdapterChoice(settings.get("adapter"), 0.5 + i / 100.0));
      double fresh = firstToken(playground, other);
      double[] usual = new double[5];
      for (int k = 0; k < usual.length; k++) {
        usual[k] = firstToken(playground, other);
      }
      milliseconds[i] = 1000 * (fresh - median(usual));
    }
    Arrays.sort(milliseconds);
    report.set("switching_ms", JSON.valueToTree(milliseconds));
    System.out.printf(
        Locale.ROOT,
        "switching to another adapter: %.1f ms (%.1f to %.1f)%n",
        median(milliseconds),
        milliseconds[0],
        milliseconds[SWITCHES - 1]);
  }

  private boolean merged() {
    return settings.get("merged").equals("true");
  }

  private static double secondsSince(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private static double median(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
