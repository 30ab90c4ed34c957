package org.deltaworks.ui.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.deltaworks.testing.SharedData;
import org.deltaworks.ui.desk.Desk;
import org.deltaworks.ui.desk.ScriptedAnswerer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaygroundViewModelTest {
  private final ScriptedAnswerer answerer = new ScriptedAnswerer();
  private final Map<String, List<String>> prompts = new HashMap<>();
  private Desk desk;
  private PlaygroundViewModel model;

  @BeforeEach
  void open(@TempDir Path home) {
    desk = new Desk(home, answerer);
    model =
        new PlaygroundViewModel(
            desk.playground,
            desk.models,
            desk.adapters,
            run -> prompts.getOrDefault(run, List.of()),
            desk.background,
            desk.told);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void furnish() {
    desk.models.add(SharedData.at("models/stories260K-hf"));
    desk.models.add(SharedData.at("models/babyllama-tok105-hf"));
    desk.publish("pirate-1", "stories260K-hf", 8, Optional.empty());
    desk.publish("pirate-2", "stories260K-hf", 8, Optional.empty());
    model.show(Optional.empty(), List.of());
  }

  @Test
  void anEmptyShelfIsAnEmptyList() {
    model.show(Optional.empty(), List.of());
    assertThat(model.contentProperty().get().ready().orElseThrow()).isEmpty();
    model.ask();
    assertThat(model.hintProperty().get()).contains("model");
  }

  @Test
  void startsWithTheNewestAdapterAndItsBase() {
    furnish();
    assertThat(model.modelProperty().get()).isEqualTo("stories260K-hf");
    assertThat(model.adapterProperty().get()).isEqualTo("pirate-2");
    assertThat(model.adapterNames()).containsExactly("pirate-2", "pirate-1");
  }

  /** An adapter's run is called as it is here. */
  @Test
  void whatCanBeTriedFollowsTheAdapter() {
    prompts.put("pirate-2", List.of("What is a dog?"));
    furnish();
    assertThat(model.suggestions()).containsExactly("What is a dog?");
    model.adapterProperty().set("pirate-1");
    assertThat(model.suggestions()).isEmpty();
  }

  @Test
  void takesWhatAnotherScreenAsksFor() {
    furnish();
    model.show(Optional.of("stories260K-hf"), List.of("pirate-1"));
    assertThat(model.adapterProperty().get()).isEqualTo("pirate-1");
    model.show(Optional.of("babyllama-tok105-hf"), List.of());
    assertThat(model.adapterProperty().get()).isNull();
    assertThat(model.adapterNames()).isEmpty();
  }

  @Test
  void asksBothAtTheChosenStrength() {
    furnish();
    model.promptProperty().set("Once upon");
    model.strengthProperty().set(0.504);
    model.ask();
    assertThat(answerer.asked).hasSize(2);
    assertThat(answerer.asked.get(0).question.adapters()).isEmpty();
    assertThat(answerer.asked.get(1).question.adapters().getFirst().strength()).isEqualTo(0.5);
    assertThat(model.busy().get()).isTrue();
    answerer.asked.get(1).listener.piece("Arr");
    assertThat(model.adapted().textProperty().get()).isEqualTo("Arr");
    answerer.asked.get(0).answer("a ", "time");
    answerer.asked.get(1).answer("Arr", ", a tide");
    assertThat(model.base().textProperty().get()).isEqualTo("a time");
    assertThat(model.base().factsProperty().get()).isEqualTo("finished, 42 tokens/s, both at once");
    assertThat(model.adapted().textProperty().get()).isEqualTo("Arr, a tide");
    assertThat(model.busy().get()).isFalse();
    assertThat(model.history()).extracting(Exchange::prompt).containsExactly("Once upon");
  }

  @Test
  void bothColumnsStreamAtTheSameTime() {
    furnish();
    model.promptProperty().set("Once upon");
    model.ask();
    ScriptedAnswerer.Asked base = answerer.asked.get(0);
    ScriptedAnswerer.Asked adapted = answerer.asked.get(1);
    String soFar = "";
    for (String piece : List.of("a ", "b ", "c")) {
      soFar += piece;
      base.listener.piece(piece);
      adapted.listener.piece(piece.toUpperCase(Locale.ROOT));
      assertThat(model.base().textProperty().get()).isEqualTo(soFar);
      assertThat(model.adapted().textProperty().get()).isEqualTo(soFar.toUpperCase(Locale.ROOT));
      assertThat(model.base().busyProperty().get()).isTrue();
      assertThat(model.adapted().busyProperty().get()).isTrue();
    }
  }

  @Test
  void theSpeedOfAnAnswerThatHadTheProcessorToItselfSaysSo() {
    furnish();
    model.promptProperty().set("Once upon");
    model.ask();
    answerer.asked.get(0).answer("a");
    answerer.asked.get(1).answer("b");
    assertThat(model.base().factsProperty().get()).isEqualTo("finished, 42 tokens/s");
    assertThat(model.adapted().factsProperty().get()).isEqualTo("finished, 42 tokens/s");
  }

  @Test
  void whereTheStrengthComesToRestTheAdapterAloneIsAskedAgain() {
    furnish();
    model.strengthProperty().set(0.2);
    model.strengthSettled();
    assertThat(answerer.asked).as("nothing was asked yet").isEmpty();
    model.promptProperty().set("Once upon");
    model.ask();
    answerer.asked.get(0).answer("a time");
    answerer.asked.get(1).listener.piece("Ar");
    model.promptProperty().set("something that is still being typed");
    model.strengthProperty().set(1.5);
    model.strengthSettled();
    assertThat(answerer.asked).hasSize(3);
    ScriptedAnswerer.Asked again = answerer.asked.get(2);
    assertThat(answerer.asked.get(1).cancelled).isTrue();
    assertThat(again.question.prompt()).isEqualTo("Once upon");
    assertThat(again.question.adapters().getFirst().strength()).isEqualTo(1.5);
    answerer.asked.get(1).answer("late");
    again.answer("ARR");
    assertThat(model.base().textProperty().get()).isEqualTo("a time");
    assertThat(model.adapted().textProperty().get()).isEqualTo("ARR");
    model.strengthProperty().set(1.501);
    model.strengthSettled();
    assertThat(answerer.asked).as("it did not really move").hasSize(3);
  }

  @Test
  void whatIsStoppedBeforeItIsOnItsWayIsGivenUpThen() {
    AnswerColumn column = new AnswerColumn(desk.background);
    AtomicInteger closed = new AtomicInteger();
    column.ask(
        listener -> {
          column.stop();
          return closed::incrementAndGet;
        });
    assertThat(closed).hasValue(1);
  }

  @Test
  void stopCancelsBoth() {
    furnish();
    model.promptProperty().set("Once");
    model.ask();
    model.stop();
    assertThat(answerer.asked).allMatch(a -> a.cancelled);
  }

  @Test
  void aNewQuestionSilencesTheOldOne() {
    furnish();
    model.promptProperty().set("First");
    model.ask();
    model.promptProperty().set("Second");
    model.ask();
    answerer.asked.get(0).answer("late");
    assertThat(model.base().textProperty().get()).isEmpty();
    answerer.asked.get(2).answer("new");
    assertThat(model.base().textProperty().get()).isEqualTo("new");
    assertThat(model.history()).extracting(Exchange::prompt).containsExactly("Second", "First");
  }

  @Test
  void aFailureIsToldInItsColumn() {
    furnish();
    model.promptProperty().set("Once");
    model.ask();
    answerer.asked.get(1).fail("The process ended.");
    assertThat(model.adapted().problemProperty().get().orElseThrow().message())
        .isEqualTo("The process ended.");
    assertThat(model.base().problemProperty().get()).isEmpty();
    assertThat(model.busy().get()).isTrue();
    answerer.asked.get(0).answer("still ", "here");
    assertThat(model.base().textProperty().get()).isEqualTo("still here");
    assertThat(model.base().factsProperty().get()).isEqualTo("finished, 42 tokens/s");
    assertThat(model.busy().get()).isFalse();
  }

  @Test
  void afterBothFailedTheNextQuestionIsAsked() {
    furnish();
    model.promptProperty().set("Once");
    model.ask();
    answerer.asked.get(0).fail("The process ended.");
    answerer.asked.get(1).fail("The process ended.");
    assertThat(model.busy().get()).isFalse();
    assertThat(model.base().problemProperty().get()).isPresent();
    model.ask();
    assertThat(answerer.asked).hasSize(4);
    assertThat(model.base().problemProperty().get()).isEmpty();
    answerer.asked.get(2).answer("back");
    assertThat(model.base().textProperty().get()).isEqualTo("back");
  }

  @Test
  void aWrongNumberIsNotSent() {
    furnish();
    model.promptProperty().set("Once");
    model.sampling().likeliestProperty().set(false);
    model.sampling().temperatureProperty().set("hot");
    model.ask();
    assertThat(answerer.asked).isEmpty();
    assertThat(model.hintProperty().get()).contains("More");
  }

  @Test
  void asksAsAQuestionWhereAnAdapterLearntFromQuestions() {
    furnish();
    model.promptProperty().set("Hi");
    model.ask();
    assertThat(answerer.asked).allMatch(a -> a.question.chat());
    model.modelProperty().set("babyllama-tok105-hf");
    assertThat(model.chatProperty().get()).isFalse();
    model.ask();
    assertThat(answerer.asked.getLast().question.chat()).isFalse();
  }

  @Test
  void whatAPersonChoseAboutQuestionsStays() {
    furnish();
    model.chatProperty().set(false);
    model.show(Optional.empty(), List.of());
    assertThat(model.chatProperty().get()).isFalse();
  }
}
