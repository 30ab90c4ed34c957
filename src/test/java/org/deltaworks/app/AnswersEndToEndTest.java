package org.deltaworks.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.deltaworks.domain.evaluation.Evaluation;
import org.deltaworks.domain.evaluation.EvaluationRequest;
import org.deltaworks.domain.evaluation.Merge;
import org.deltaworks.domain.evaluation.MergeRequest;
import org.deltaworks.domain.evaluation.ScoreRequest;
import org.deltaworks.domain.evaluation.Scores;
import org.deltaworks.domain.generation.AdapterChoice;
import org.deltaworks.domain.generation.Answer;
import org.deltaworks.domain.generation.Answerer;
import org.deltaworks.domain.generation.Question;
import org.deltaworks.domain.generation.Sampling;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.service.task.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers, scores, evaluations and merges of a real process, against the reference. */
class AnswersEndToEndTest {
  private static final String FINAL = "golden/reference/stories260K-lora-final";

  @TempDir private Path folder;

  @Test
  void everythingAgreesWithTheReference() throws Exception {
    try (OpenHome home = new OpenHome(folder)) {
      JsonNode text = home.golden.get("texts").iterator().next();
      List<AdapterChoice> learnt = List.of(new AdapterChoice(OpenHome.data(FINAL).toString(), 1));
      scores(home, text);
      answers(home, text);
      evaluates(home, learnt);
      merges(home, learnt);
    }
  }

  @Test
  void twoAnswersStreamTogetherAndTheEndOfTheProcessIsToldToBoth() throws Exception {
    try (OpenHome home = new OpenHome(folder)) {
      AdapterChoice learnt = new AdapterChoice(OpenHome.data(FINAL).toString(), 1);
      Question question =
          new Question(
              OpenHome.model(), List.of(learnt), "Once upon a time", false, 300, Sampling.GREEDY);
      List<Integer> base = alone(home, question.toBase());
      List<Integer> adapted = alone(home, question);
      assertThat(adapted).isNotEqualTo(base);
      List<String> order = Collections.synchronizedList(new ArrayList<>());
      Heard first = new Heard("base", order);
      Heard second = new Heard("adapted", order);
      home.bench.playground().ask(question.toBase(), first);
      home.bench.playground().ask(question, second);
      assertThat(first.answer.get(60, TimeUnit.SECONDS).ids()).isEqualTo(base);
      assertThat(second.answer.get(60, TimeUnit.SECONDS).ids()).isEqualTo(adapted);
      long turns =
          IntStream.range(1, order.size())
              .filter(i -> !order.get(i).equals(order.get(i - 1)))
              .count();
      assertThat(turns).as("%s", order).isGreaterThan(order.size() / 2);
      dies(home, question);
      assertThat(alone(home, question)).isEqualTo(adapted);
    }
  }

  private static void dies(OpenHome home, Question question) throws Exception {
    Heard first = new Heard();
    Heard second = new Heard();
    home.bench.playground().ask(question.toBase(), first);
    home.bench.playground().ask(question, second);
    first.first.get(60, TimeUnit.SECONDS);
    ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
    for (Heard heard : List.of(first, second)) {
      assertThatThrownBy(() -> heard.answer.get(60, TimeUnit.SECONDS))
          .hasMessageContaining("The process that answers ended unexpectedly");
    }
  }

  private static List<Integer> alone(OpenHome home, Question question) throws Exception {
    Heard heard = new Heard();
    home.bench.playground().ask(question, heard);
    return heard.answer.get(60, TimeUnit.SECONDS).ids();
  }

  private static void scores(OpenHome home, JsonNode text) throws InterruptedException {
    Scores scores =
        home.bench
            .evaluation()
            .score(
                new ScoreRequest(
                    OpenHome.model(), List.of(), text.get("text").asText(), List.of()));
    assertThat(scores.ids()).isEqualTo(ids(text.get("ids")));
    double mean =
        -scores.logprobs().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    assertThat(mean).isCloseTo(text.get("mean_nll").asDouble(), within(1e-4));
    assertThat(scores.top().getFirst().id()).isEqualTo(text.get("last_top5").get(0).get(0).asInt());
    assertThatThrownBy(
            () ->
                home.bench
                    .evaluation()
                    .score(new ScoreRequest(OpenHome.model(), List.of(), "", List.of(100000))))
        .hasMessageContaining("100000");
  }

  private static void answers(OpenHome home, JsonNode text) throws Exception {
    List<Integer> prompt = ids(text.get("ids")).subList(0, 16);
    Question question = new Question(OpenHome.model(), List.of(), "", false, 40, Sampling.GREEDY);
    Heard heard = new Heard();
    home.bench.playground().ask(question, prompt, heard);
    Answer answer = heard.answer.get(60, TimeUnit.SECONDS);
    List<Integer> expected = ids(text.get("greedy_from_first_16"));
    assertThat(answer.ids().subList(16, answer.ids().size()))
        .isEqualTo(expected.subList(expected.size() - 40, expected.size()));
    assertThat(String.join("", heard.pieces)).isEqualTo(answer.text());
    assertThat(answer.stop()).isEqualTo(Answer.Stop.LENGTH);
    Heard stopped = new Heard();
    String stop = answer.text().substring(20, 26);
    home.bench
        .playground()
        .ask(
            new Question(
                OpenHome.model(), List.of(), "", false, 40, Sampling.GREEDY, List.of(stop)),
            prompt,
            stopped);
    Answer shorter = stopped.answer.get(60, TimeUnit.SECONDS);
    assertThat(shorter.stop()).isEqualTo(Answer.Stop.STOP_STRING);
    assertThat(shorter.text()).isEqualTo(answer.text().substring(0, answer.text().indexOf(stop)));
    assertThat(String.join("", stopped.pieces)).isEqualTo(shorter.text());
    Heard cancelled = new Heard();
    Question endless =
        new Question(OpenHome.model(), List.of(), "Once", false, 400, Sampling.GREEDY);
    try (Subscription asking = home.bench.playground().ask(endless, cancelled)) {
      cancelled.first.get(60, TimeUnit.SECONDS);
    }
    assertThat(cancelled.answer.get(60, TimeUnit.SECONDS).stop()).isEqualTo(Answer.Stop.CANCELLED);
  }

  private static void evaluates(OpenHome home, List<AdapterChoice> learnt) throws Exception {
    JsonNode golden = home.golden.get("lora");
    String data = home.rows("heldout.jsonl", golden.get("heldout_rows")).toString();
    Evaluation before = evaluate(home, List.of(), data);
    Evaluation after = evaluate(home, learnt, data);
    assertThat(before.meanLoss()).isCloseTo(golden.get("heldout_before").asDouble(), within(1e-3));
    assertThat(after.meanLoss()).isCloseTo(golden.get("heldout_after").asDouble(), within(1e-3));
    List<AdapterChoice> silent = List.of(new AdapterChoice(learnt.getFirst().adapter(), 0));
    assertThat(evaluate(home, silent, data).meanLoss()).isEqualTo(before.meanLoss());
  }

  private static Evaluation evaluate(OpenHome home, List<AdapterChoice> adapters, String data)
      throws InterruptedException {
    return home.bench
        .evaluation()
        .evaluate(
            new EvaluationRequest(OpenHome.model(), adapters, data, TrainingPlan.LossOn.ALL, 0));
  }

  private void merges(OpenHome home, List<AdapterChoice> learnt) throws Exception {
    Path out = folder.resolve("merged");
    MergeRequest request =
        new MergeRequest(OpenHome.model(), learnt, out.toString(), StoredTensor.Type.F32);
    Merge merge = home.bench.evaluation().merge(request);
    assertThat(merge.maxLogitDifference()).isLessThan(1e-3);
    JsonNode golden = home.golden.get("lora");
    Scores scores =
        home.bench
            .evaluation()
            .score(
                new ScoreRequest(
                    out.toString(),
                    List.of(),
                    "",
                    ids(home.golden.get("texts").get("shakespeare_0").get("ids"))));
    double mean =
        -scores.logprobs().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    assertThat(mean).isCloseTo(golden.get("shakespeare_0_nll_merged").asDouble(), within(1e-3));
    assertThatThrownBy(() -> home.bench.evaluation().merge(request))
        .hasMessageContaining("exists already");
  }

  private static List<Integer> ids(JsonNode node) {
    List<Integer> ids = new ArrayList<>();
    node.forEach(id -> ids.add(id.asInt()));
    return ids;
  }

  private static final class Heard implements Answerer.Listener {
    final List<String> pieces = new ArrayList<>();
    final CompletableFuture<Boolean> first = new CompletableFuture<>();
    final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final String name;
    private final List<String> order;

    Heard() {
      this("", new ArrayList<>());
    }

    /** Notes its name at every piece. */
    Heard(String name, List<String> order) {
      this.name = name;
      this.order = order;
    }

    @Override
    public void piece(String text) {
      pieces.add(text);
      order.add(name);
      first.complete(true);
    }

    @Override
    public void answered(Answer answered) {
      answer.complete(answered);
      first.complete(true);
    }

    @Override
    public void failed(Problem problem) {
      answer.completeExceptionally(problem.asException());
      first.completeExceptionally(problem.asException());
    }
  }
}
