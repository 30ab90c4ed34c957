package org.deltaworks.worker.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.deltaworks.domain.evaluation.EngineFacts;
import org.deltaworks.domain.evaluation.Evaluation;
import org.deltaworks.domain.evaluation.EvaluationRequest;
import org.deltaworks.domain.evaluation.Merge;
import org.deltaworks.domain.evaluation.MergeRequest;
import org.deltaworks.domain.evaluation.ScoreRequest;
import org.deltaworks.domain.evaluation.Scores;
import org.deltaworks.domain.generation.AdapterChoice;
import org.deltaworks.domain.generation.Answer;
import org.deltaworks.domain.generation.Question;
import org.deltaworks.domain.generation.Sampling;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.training.TrainingPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LineTest {
  private static final List<AdapterChoice> ADAPTERS = List.of(new AdapterChoice("/a b", 0.5));

  static Stream<Request> requests() {
    return Stream.of(
        new Request.Ask(
            1,
            new Question(
                "/m",
                ADAPTERS,
                "line\nline \"ü\" \u2028",
                true,
                7,
                new Sampling(0.7, 0.9, 3, 1.1, 5),
                List.of("\n\n", "END")),
            List.of(1, 2)),
        new Request.Cancel(2),
        new Request.Evaluate(
            3, new EvaluationRequest("/m", ADAPTERS, "/d", TrainingPlan.LossOn.ALL, 12)),
        new Request.Score(4, new ScoreRequest("/m", List.of(), "text", List.of())),
        new Request.Merge(5, new MergeRequest("/m", ADAPTERS, "/o", StoredTensor.Type.BF16)),
        new Request.Probe(6));
  }

  static Stream<Reply> replies() {
    return Stream.of(
        new Reply.Piece(1, "😀\n"),
        new Reply.Answered(2, new Answer(List.of(1, 2), "t", Answer.Stop.LENGTH, 3.5)),
        new Reply.Evaluated(3, new Evaluation(1.25, 100, 10)),
        new Reply.Scored(
            4,
            new Scores(
                List.of(1, 2),
                List.of("a", "b"),
                List.of(-0.1),
                List.of(new Scores.Candidate(3, "c", 1e-3)),
                0)),
        new Reply.Merged(5, new Merge("/o", 1e-6)),
        new Reply.Probed(6, new EngineFacts("libtorch 2.7.1", "cpu", 2)),
        Reply.Failed.of(7, Problem.at("model", Problem.Kind.NOT_FOUND, "Gone.", "Look.")),
        Reply.Failed.of(8, Problem.of(Problem.Kind.DEFECT, "Broken.", "Try.")));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void requestsComeBackAsTheyWere(Request request) {
    String line = Line.of(request);
    assertThat(line).doesNotContain("\n");
    assertThat(Line.request(line)).isEqualTo(request);
  }

  @ParameterizedTest
  @MethodSource("replies")
  void repliesComeBackAsTheyWere(Reply reply) {
    String line = Line.of(reply);
    assertThat(line).doesNotContain("\n");
    assertThat(Line.reply(line)).isEqualTo(reply);
  }

  @Test
  void aProblemKeepsItsField() {
    Problem problem = Problem.at("model", Problem.Kind.NOT_FOUND, "Gone.", "Look.");
    assertThat(Reply.Failed.of(1, problem).problem()).isEqualTo(problem);
  }

  @Test
  void anythingElseIsRefused() {
    assertThatThrownBy(() -> Line.reply("libtorch says hello"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
