package org.deltaworks.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.exam.Candidate;
import org.deltaworks.corpus.exam.Exam;
import org.deltaworks.corpus.exam.Exams;
import org.deltaworks.corpus.exam.NgramModel;
import org.deltaworks.corpus.exam.TokenRows;
import org.deltaworks.corpus.genre.Corpus;
import org.deltaworks.corpus.genre.Fables;
import org.deltaworks.corpus.genre.Teller;
import org.deltaworks.corpus.genre.TroubleTales;
import org.deltaworks.corpus.genre.WishTales;
import org.deltaworks.corpus.judge.Diversity;
import org.deltaworks.corpus.judge.Finding;
import org.deltaworks.corpus.judge.StoryJudge;
import org.deltaworks.corpus.world.World;
import org.deltaworks.domain.evaluation.Evaluation;
import org.deltaworks.domain.evaluation.EvaluationRequest;
import org.deltaworks.domain.generation.Answer;
import org.deltaworks.domain.generation.Answerer;
import org.deltaworks.domain.generation.Sampling;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.platform.AtomicFiles;
import org.deltaworks.platform.Folders;
import org.deltaworks.worker.client.AnswerProcess;
import org.deltaworks.worker.client.ChildCommand;

/**
 * Measures what the bundled model can do and writes the figures of its card as JSON: held-out
 * perplexity beside a bigram and a 5-gram model of the same training tokens, questions about a text
 * answered right, sums right, greedy chat answers that end, sampled stories that pass the judge.
 *
 * <p>Arguments, all {@code name=value}: {@code model} (folder), {@code train} and {@code heldout}
 * (files of {@code PreparePolder}), {@code parts} (comma list of perplexity, ngrams, reading, sums,
 * ending, stories), {@code cases}, {@code threads}, {@code out}. Figures of parts that are not
 * measured stay as they are in {@code out}, so that a long measurement can be done part by part.
 */
public final class PolderBenchmark {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final int SHORT = 48;
  private static final int LONG = 400;
  private static final int VOCABULARY = 4096;
  private static final int KEPT_MISTAKES = 12;
  private static final int STORIES = 100;
  private static final List<String> WISHES =
      List.of(
          "Tell me a story.",
          "Write a short story.",
          "I would like to hear a little story.",
          "Can you write a tale for me?",
          "Please tell me a nice story before I sleep.");

  private final BenchmarkSettings settings;
  private final ObjectNode report;
  private final Exams exams = new Exams(new World());

  private PolderBenchmark(BenchmarkSettings settings, ObjectNode report) {
    this.settings = settings;
    this.report = report;
  }

  /** Measures the parts asked for. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    BenchmarkSettings settings =
        BenchmarkSettings.of(
            Map.of(
                "model", "assets/models/polder",
                "train", "",
                "heldout", "",
                "parts", "reading,sums,ending",
                "cases", "300",
                "threads", "2",
                "out", "target/polder.json"),
            Set.of(),
            arguments);
    Path out = Path.of(settings.get("out"));
    ObjectNode report =
        Files.exists(out) ? (ObjectNode) JSON.readTree(out.toFile()) : JSON.createObjectNode();
    new PolderBenchmark(settings, report).run();
  }

  private void run() throws IOException, InterruptedException, ExecutionException {
    int threads = settings.number("threads");
    Folders folders = Folders.find(Optional.of(Path.of("target", "polder-benchmark"))).prepare();
    try (AnswerProcess child =
        new AnswerProcess(folders, ChildCommand.ofThisProcess(), () -> threads)) {
      for (String part : settings.get("parts").split(",")) {
        long start = System.nanoTime();
        ObjectNode figures = report.putObject(part);
        measure(part, child, figures);
        figures.put("seconds", (System.nanoTime() - start) / 1_000_000_000L);
        report.put("model", settings.get("model"));
        Path out = Path.of(settings.get("out")).toAbsolutePath();
        AtomicFiles.writeText(out, JSON.writeValueAsString(report) + "\n");
        System.out.println(part + " " + figures.deepCopy().without("mistakes"));
      }
    }
  }

  private void measure(String part, AnswerProcess child, ObjectNode figures)
      throws InterruptedException, ExecutionException {
    int cases = settings.number("cases");
    switch (part) {
      case "perplexity" -> perplexity(child, figures);
      case "ngrams" -> ngrams(figures);
      case "reading" -> exam(child, exams.reading(cases), SHORT, figures);
      case "sums" -> exam(child, exams.sums(cases), SHORT, figures);
      case "stories" -> stories(child, figures);
      case "ending" -> exam(child, exams.ending(cases), LONG, figures);
      default -> throw new IllegalArgumentException("there is no part " + part);
    }
  }

  private void perplexity(AnswerProcess child, ObjectNode figures) throws InterruptedException {
    Evaluation evaluation =
        child.evaluate(
            new EvaluationRequest(
                model(), List.of(), file("heldout").toString(), TrainingPlan.LossOn.ALL, 0));
    figures.put("perplexity", evaluation.perplexity());
    figures.put("tokens", evaluation.labelTokens());
  }

  /** Bigram and 5-gram of the training tokens, on the same held-out tokens as the model. */
  private void ngrams(ObjectNode figures) {
    for (int order : new int[] {2, 5}) {
      NgramModel counted = new NgramModel(order, VOCABULARY);
      long[] tokens = new long[2];
      TokenRows.each(
          file("train"),
          row -> {
            counted.learn(row);
            tokens[0] += row.length;
          });
      double[] cost = new double[1];
      TokenRows.each(
          file("heldout"),
          row -> {
            cost[0] += counted.cost(row);
            tokens[1] += row.length - 1;
          });
      figures.put("perplexity_" + order + "_gram", Math.exp(cost[0] / tokens[1]));
      figures.put("training_tokens", tokens[0]);
      figures.put("tokens", tokens[1]);
    }
  }

  private void exam(Answerer child, Exam exam, int mostTokens, ObjectNode figures)
      throws InterruptedException, ExecutionException {
    int right = 0;
    int ended = 0;
    int chats = 0;
    int rightChats = 0;
    ArrayNode mistakes = figures.putArray("mistakes");
    for (Exam.Task task : exam.tasks()) {
      Answer answer = ask(child, task, mostTokens, Sampling.GREEDY);
      boolean good = task.right().test(answer.text());
      boolean end = answer.stop() == Answer.Stop.END_OF_SEQUENCE;
      right += good ? 1 : 0;
      ended += end ? 1 : 0;
      chats += task.chat() ? 1 : 0;
      rightChats += task.chat() && good ? 1 : 0;
      if ((!good || !end && mostTokens == LONG) && mistakes.size() < KEPT_MISTAKES) {
        mistakes
            .addObject()
            .put("prompt", task.prompt())
            .put("expected", task.expected())
            .put("answer", answer.text());
      }
    }
    int cases = exam.tasks().size();
    figures.put("cases", cases);
    figures.put("right_percent", 100.0 * right / cases);
    figures.put("ended_percent", 100.0 * ended / cases);
    figures.put("right_in_chat_percent", 100.0 * rightChats / Math.max(1, chats));
    figures.put(
        "right_in_plain_percent", 100.0 * (right - rightChats) / Math.max(1, cases - chats));
  }

  /** Sampled stories by the rules of the judge, and how varied they are beside the generator's. */
  private void stories(Answerer child, ObjectNode figures)
      throws InterruptedException, ExecutionException {
    World world = new World();
    StoryJudge judge = new StoryJudge(world);
    List<Teller> tellers =
        List.of(new TroubleTales(world), new WishTales(world), new Fables(world));
    List<String> texts = new ArrayList<>();
    List<String> written = new ArrayList<>();
    Map<String, Integer> broken = new TreeMap<>();
    int passed = 0;
    for (int i = 0; i < STORIES; i++) {
      Exam.Task wish = new Exam.Task(WISHES.get(i % WISHES.size()), true, "", text -> true);
      String story = ask(child, wish, LONG, new Sampling(0.8, 0.95, 0, 1, i)).text();
      List<Finding> findings = judge.judge(story);
      passed += findings.isEmpty() ? 1 : 0;
      findings.stream()
          .map(f -> f.rule().name().toLowerCase(Locale.ROOT))
          .distinct()
          .forEach(rule -> broken.merge(rule, 1, Integer::sum));
      texts.add(story);
      written.add(tellers.get(i % tellers.size()).tell(new Dice(Corpus.HELD_OUT_SEED + i)).text());
    }
    figures.put("cases", STORIES);
    figures.put("passed_percent", 100.0 * passed / STORIES);
    ObjectNode rules = figures.putObject("stories_that_break");
    broken.forEach(rules::put);
    int words = Math.min(words(texts), words(written));
    double own = Diversity.distinct(3, texts, words);
    double generators = Diversity.distinct(3, written, words);
    figures.put("distinct_3", own).put("distinct_3_of_generator", generators);
    figures.put("distinct_3_ratio", own / generators);
    ArrayNode samples = figures.putArray("mistakes");
    texts.stream().limit(KEPT_MISTAKES).forEach(samples::add);
  }

  private static int words(List<String> texts) {
    return texts.stream().mapToInt(text -> Diversity.words(text).size()).sum();
  }

  private Answer ask(Answerer child, Exam.Task task, int mostTokens, Sampling sampling)
      throws InterruptedException, ExecutionException {
    return new Candidate(child, Path.of(model())).answer(task, mostTokens, sampling);
  }

  private String model() {
    return Path.of(settings.get("model")).toAbsolutePath().normalize().toString();
  }

  private Path file(String name) {
    String file = settings.get(name);
    if (file.isEmpty()) {
      throw new IllegalArgumentException("this part needs " + name + "=FILE");
    }
    return Path.of(file).toAbsolutePath();
  }
}
