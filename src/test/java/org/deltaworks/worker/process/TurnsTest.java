package org.deltaworks.worker.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.deltaworks.domain.generation.AdapterChoice;
import org.deltaworks.domain.generation.Answer;
import org.deltaworks.domain.generation.Question;
import org.deltaworks.domain.generation.Sampling;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.engine.reference.Engines;
import org.deltaworks.testing.SharedData;
import org.deltaworks.worker.protocol.Reply;
import org.deltaworks.worker.protocol.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests served in turn by a real model; only the socket is not there. */
class TurnsTest {
  private final List<Reply> told = new ArrayList<>();
  private final Inbox inbox = new Inbox();
  private Consumer<Reply> heard = reply -> {};
  private final Bench bench = new Bench(Engines::torch, this::hear);
  private final Turns turns = new Turns(bench, inbox, this::hear);

  private void hear(Reply reply) {
    told.add(reply);
    heard.accept(reply);
  }

  @AfterEach
  void close() {
    turns.close();
    bench.close();
  }

  private static Request.Ask ask(long id, List<AdapterChoice> adapters, int most) {
    String model = SharedData.at("models/stories260K-hf").toString();
    Question question =
        new Question(model, adapters, "Once upon a time", false, most, Sampling.GREEDY);
    return new Request.Ask(id, question, List.of());
  }

  private static AdapterChoice learnt() {
    String folder = SharedData.at("golden/reference/stories260K-lora-final").toString();
    return new AdapterChoice(folder, 1);
  }

  private void untilReplied(long... ids) throws InterruptedException {
    for (long id : ids) {
      while (last(id).isEmpty()) {
        turns.round();
      }
    }
  }

  private Optional<Reply> last(long id) {
    return told.stream().filter(r -> r.id() == id && !(r instanceof Reply.Piece)).findFirst();
  }

  private Answer answer(long id) {
    return ((Reply.Answered) last(id).orElseThrow()).answer();
  }

  private List<Long> order() {
    return told.stream().map(Reply::id).toList();
  }

  @Test
  void twoAnswersComeInTurnAndAreThoseOfLoneOnes() throws InterruptedException {
    inbox.put(ask(1, List.of(), 20));
    untilReplied(1);
    inbox.put(ask(2, List.of(learnt()), 20));
    untilReplied(2);
    told.removeIf(Reply.Piece.class::isInstance);
    inbox.put(ask(3, List.of(), 20));
    inbox.put(ask(4, List.of(learnt()), 20));
    untilReplied(3, 4);
    assertThat(answer(3).ids()).isEqualTo(answer(1).ids());
    assertThat(answer(4).ids()).isEqualTo(answer(2).ids());
    assertThat(answer(4).ids()).isNotEqualTo(answer(3).ids());
    List<Long> order = order().subList(2, told.size());
    assertThat(order.indexOf(4L)).as("the second begins at once").isLessThan(4);
    assertThat(order.lastIndexOf(3L)).isGreaterThan(order.size() - 5);
  }

  @Test
  void aQuestionThatComesLaterIsLetIn() throws InterruptedException {
    inbox.put(ask(1, List.of(), 30));
    while (told.size() < 3) {
      turns.round();
    }
    inbox.put(ask(2, List.of(), 4));
    untilReplied(2);
    assertThat(last(1)).as("the longer one still writes").isEmpty();
    untilReplied(1);
  }

  @Test
  void oneThatIsGivenUpLeavesTheOther() throws InterruptedException {
    inbox.put(ask(1, List.of(), 200));
    inbox.put(ask(2, List.of(), 12));
    heard = reply -> inbox.put(new Request.Cancel(1));
    untilReplied(1, 2);
    assertThat(answer(1).stop()).isEqualTo(Answer.Stop.CANCELLED);
    assertThat(answer(1).ids().size()).isLessThan(answer(2).ids().size());
    assertThat(answer(2).stop()).isEqualTo(Answer.Stop.LENGTH);
  }

  @Test
  void oneThatCannotBeAnsweredLeavesTheOther() throws InterruptedException {
    inbox.put(ask(1, List.of(), 12));
    inbox.put(ask(2, List.of(new AdapterChoice("no/such/adapter", 1)), 12));
    untilReplied(1, 2);
    Problem problem = ((Reply.Failed) last(2).orElseThrow()).problem();
    assertThat(problem.kind()).as("%s", problem).isNotEqualTo(Problem.Kind.DEFECT);
    assertThat(answer(1).stop()).isEqualTo(Answer.Stop.LENGTH);
  }

  @Test
  void otherWorkWaitsForTheAnswersBeforeItAndIsNotOvertaken() throws InterruptedException {
    inbox.put(ask(1, List.of(), 12));
    inbox.put(new Request.Probe(2));
    inbox.put(ask(3, List.of(), 4));
    untilReplied(1, 2, 3);
    List<Long> order = order();
    assertThat(order.indexOf(2L)).isGreaterThan(order.lastIndexOf(1L));
    assertThat(order.indexOf(3L)).isGreaterThan(order.indexOf(2L));
    assertThat(last(2).orElseThrow()).isInstanceOf(Reply.Probed.class);
  }

  @Test
  void aWishThatComesAfterTheAnswerIsForgotten() throws InterruptedException {
    inbox.put(ask(1, List.of(), 2));
    untilReplied(1);
    inbox.put(new Request.Cancel(1));
    assertThat(inbox.givenUp(1)).isFalse();
  }
}
