package org.deltaworks.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.deltaworks.catalog.CatalogFixture.NOW;
import static org.deltaworks.catalog.CatalogFixture.OWNER;
import static org.deltaworks.catalog.CatalogFixture.draft;
import static org.deltaworks.catalog.CatalogFixture.running;
import static org.deltaworks.catalog.CatalogFixture.step;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.Problem.Kind;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunProposal;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.RunStore;
import org.deltaworks.domain.training.RunStore.Wish;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingEvent;
import org.deltaworks.domain.training.TrainingEvent.Chosen;
import org.deltaworks.domain.training.TrainingEvent.Evaluated;
import org.deltaworks.domain.training.TrainingEvent.Failed;
import org.deltaworks.domain.training.TrainingEvent.Finished;
import org.deltaworks.domain.training.TrainingEvent.Noted;
import org.deltaworks.domain.training.TrainingEvent.Paused;
import org.deltaworks.domain.training.TrainingEvent.Sampled;
import org.deltaworks.domain.training.TrainingEvent.Saved;
import org.deltaworks.domain.training.TrainingEvent.Started;
import org.deltaworks.domain.training.TrainingEvent.Stopped;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogRunsTest {
  @TempDir Path home;
  private Catalog catalog;
  private RunStore runs;

  @BeforeEach
  void open() {
    catalog = Catalog.open(CatalogFixture.folders(home));
    runs = catalog.runs();
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  @Test
  void aProposalKeepsAKeyAndIsNoRun() {
    RunProposal first = runs.propose("first", draft(), "polder");
    RunProposal second = runs.propose("second", draft(), "polder");
    assertThat(runs.list()).isEmpty();
    assertThat(runs.create(second).id()).isEqualTo(second.id()).isGreaterThan(first.id());
    runs.create(first);
    assertThat(runs.propose("third", draft(), "polder").id()).isGreaterThan(second.id());
    assertThat(runs.list()).extracting(Run::name).containsExactly("second", "first");
  }

  @Test
  void anOutputFolderBelongsToOneRunUntilItHasEnded() {
    TrainingDraft draft = draft().with(Setting.OUT, "/out");
    long id = runs.create(runs.propose("a", draft, "polder")).id();
    assertThatThrownBy(() -> runs.create(runs.propose("b", draft, "polder")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("about to write to \"/out\"");
    assertThat(runs.list()).hasSize(1);
    runs.move(id, RunState.STOPPED);
    runs.create(runs.propose("b", draft, "polder"));
    assertThat(runs.list()).hasSize(2);
  }

  @Test
  void aNewRunIsQueuedAndKeepsEverySetting() {
    Run run = runs.create(runs.propose("first", draft(), "polder"));
    assertThat(run.state()).isEqualTo(RunState.QUEUED);
    assertThat(run.draft()).isEqualTo(draft());
    assertThat(run.progress()).isEqualTo(new Run.Progress(0, Optional.empty(), Optional.empty()));
    assertThat(run.facts()).isEqualTo(Run.Facts.UNKNOWN);
    assertThat(runs.find("FIRST")).contains(run);
    assertThat(runs.get(run.id())).contains(run);
    assertThat(runs.get(99)).isEmpty();
  }

  @Test
  void aTakenNameIsRefusedAndAFreeOneFound() {
    runs.create(runs.propose("demo", draft(), "polder"));
    assertThatThrownBy(() -> runs.create(runs.propose("Demo", draft(), "polder")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().kind()).isEqualTo(Kind.CONFLICT);
              assertThat(e.problem().field()).contains("name");
              assertThat(e).hasMessageContaining("a run called Demo already");
            });
    assertThat(runs.list()).hasSize(1);
    assertThat(runs.freeName("demo")).isEqualTo("demo-2");
    runs.create(runs.propose("demo-2", draft(), "polder"));
    assertThat(runs.freeName("demo")).isEqualTo("demo-3");
    assertThat(runs.freeName("other")).isEqualTo("other");
  }

  @Test
  void theNewestRunIsListedFirst() {
    runs.create(runs.propose("a", draft(), "polder"));
    runs.create(runs.propose("b", draft(), "polder"));
    assertThat(runs.list()).extracting(Run::name).containsExactly("b", "a");
  }

  static Stream<Arguments> everyMove() {
    return Stream.of(RunState.values())
        .flatMap(from -> Stream.of(RunState.values()).map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest
  @MethodSource("everyMove")
  void statesMoveByTheTableAlone(RunState from, RunState to) {
    long id = runs.create(runs.propose("run", draft(), "polder")).id();
    switch (from) {
      case QUEUED -> {}
      case RUNNING -> runs.claim(id, OWNER);
      case STOPPED, FAILED -> assertThat(runs.move(id, from)).isTrue();
      case PAUSED, FINISHED -> {
        runs.claim(id, OWNER);
        assertThat(runs.move(id, from)).isTrue();
      }
    }
    assertThat(runs.move(id, to)).isEqualTo(from.mayBecome(to));
    Run run = runs.get(id).orElseThrow();
    assertThat(run.state()).isEqualTo(from.mayBecome(to) ? to : from);
    assertThat(run.ended().isPresent()).isEqualTo(run.state().atRest());
    if (run.state().atRest()) {
      assertThat(run.owner()).isEmpty();
    }
  }

  @Test
  void onlyAQueuedRunIsClaimed() {
    long id = runs.create(runs.propose("run", draft(), "polder")).id();
    assertThat(runs.claim(id, OWNER)).isTrue();
    assertThat(runs.claim(id, new Run.Owner(5, 6))).isFalse();
    Run run = runs.get(id).orElseThrow();
    assertThat(run.state()).isEqualTo(RunState.RUNNING);
    assertThat(run.owner()).contains(OWNER);
    assertThat(run.started()).isPresent();
    assertThat(runs.claim(99, OWNER)).isFalse();
  }

  @Test
  void whatHappensIsThereForTheReaders() {
    long id = running(catalog, "run", 0).id();
    runs.append(id, new Started(NOW, 1_000, 100_000, 30, 90, 10));
    runs.append(id, new Evaluated(NOW, 0, 3.5, 77));
    runs.append(id, step(1, 3.25));
    runs.append(id, step(2, Double.NaN));
    runs.append(id, step(3, 0.1 + 0.2));
    runs.append(id, new Evaluated(NOW, 3, 2.5, 77));
    runs.append(id, new Sampled(NOW, 3, "Hoe heet je?", "Polder"));
    runs.append(id, new Saved(NOW, 3, home.resolve("home/runs/1/step-3").toString()));
    runs.append(id, new Noted(NOW, "a word"));
    Run.Facts facts =
        new Run.Facts(
            1_000,
            100_000,
            1.5,
            Optional.of(new Run.Footprint(500.5, 61, 12.5)),
            Optional.of(new Run.Footprint(515.75, 70.25, 12.75)),
            new Run.Footprint(512.25, 68.5, 9.25));
    runs.putFacts(id, facts);

    Run run = runs.get(id).orElseThrow();
    assertThat(run.progress())
        .isEqualTo(new Run.Progress(3, Optional.of(0.1 + 0.2), Optional.of(2.5)));
    assertThat(run.plannedSteps()).isEqualTo(30);
    assertThat(run.facts()).isEqualTo(facts);
    Run.History history = runs.history(id, 0);
    assertThat(history.steps())
        .extracting(Run.StepPoint::loss)
        .containsExactly(3.25, Double.NaN, 0.1 + 0.2);
    assertThat(history.steps().getFirst())
        .isEqualTo(new Run.StepPoint(1, 3.25, 0.5, 2e-4, 1_000, 400, 0.25, NOW.plusMillis(1)));
    assertThat(history.evaluations())
        .containsExactly(
            new Run.EvaluationPoint(0, 3.5, NOW), new Run.EvaluationPoint(3, 2.5, NOW));
    assertThat(history.samples()).containsExactly(new Run.Sample(3, "Hoe heet je?", "Polder", NOW));
    assertThat(history.log()).contains(new Run.LogLine(NOW, "a word"));
    assertThat(history.log().getFirst().message())
        .isEqualTo("Training 1,000 numbers in 30 steps: 90 rows to learn from, 10 held out.");
    assertThat(runs.history(id, 2).steps()).extracting(Run.StepPoint::step).containsExactly(3);
    assertThat(runs.checkpoints(id))
        .containsExactly(
            new Run.Checkpoint(
                3, home.resolve("home/runs/1/step-3").toAbsolutePath().toString(), NOW));
    runs.forgetCheckpoint(id, 3);
    assertThat(runs.checkpoints(id)).isEmpty();
  }

  @Test
  void aRunThatGoesBackToACheckpointReplacesWhatCameAfter() {
    long id = running(catalog, "run", 10).id();
    runs.append(id, new Evaluated(NOW, 10, 9.9, 5));
    runs.append(id, new Paused(NOW, 10));
    runs.move(id, RunState.QUEUED);
    runs.claim(id, OWNER);
    runs.append(id, step(6, 0.5));
    assertThat(runs.history(id, 4).steps())
        .extracting(Run.StepPoint::loss)
        .containsExactly(3.0 / 5, 0.5);
    assertThat(runs.history(id, 0).evaluations()).isEmpty();
    assertThat(runs.get(id).orElseThrow().progress().step()).isEqualTo(6);
    assertThat(runs.sparklines(List.of(id)).get(id)).hasSize(6).last().isEqualTo(0.5);
  }

  static Stream<Arguments> ends() {
    Problem problem = Problem.of(Kind.OUT_OF_MEMORY, "Memory ran out.", "Choose fewer rows.");
    return Stream.of(
        Arguments.of(new Paused(NOW, 2), RunState.PAUSED, Optional.empty(), Optional.empty()),
        Arguments.of(
            new Stopped(NOW, 2, "a"), RunState.STOPPED, Optional.of("a"), Optional.empty()),
        Arguments.of(
            new Finished(NOW, 2, "b"), RunState.FINISHED, Optional.of("b"), Optional.empty()),
        Arguments.of(
            new Failed(NOW, 2, problem), RunState.FAILED, Optional.empty(), Optional.of(problem)));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void anEndSetsStateResultAndReason(
      TrainingEvent end, RunState state, Optional<String> result, Optional<Problem> problem) {
    long id = running(catalog, "run", 2).id();
    runs.wish(id, Wish.STOP);
    runs.append(id, end);
    Run run = runs.get(id).orElseThrow();
    assertThat(run.state()).isEqualTo(state);
    assertThat(run.ended()).contains(NOW);
    assertThat(run.owner()).isEmpty();
    assertThat(run.result()).isEqualTo(result);
    assertThat(run.problem()).isEqualTo(problem);
    assertThat(runs.takeWish(id)).isEmpty();
    assertThatThrownBy(() -> runs.append(id, step(3, 1)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(state.saying());
    assertThat(runs.history(id, 0).steps()).hasSize(2);
    runs.append(id, new Noted(NOW, "last words"));
    assertThat(runs.history(id, 0).log()).last().isEqualTo(new Run.LogLine(NOW, "last words"));
  }

  @Test
  void aRunThatIsQueuedAgainForgetsWhyItFailed() {
    long id = running(catalog, "run", 2).id();
    runs.append(id, new Failed(NOW, 2, Problem.of(Kind.WORKER_DIED, "It died.", "Go on.")));
    assertThat(runs.move(id, RunState.QUEUED)).isTrue();
    Run run = runs.get(id).orElseThrow();
    assertThat(run.problem()).isEmpty();
    assertThat(run.ended()).isEmpty();
    assertThat(run.progress().step()).isEqualTo(2);
  }

  @Test
  void theStepThatDidBestIsToldUntilTheRunGoesOn() {
    long id = running(catalog, "run", 3).id();
    runs.append(id, new Chosen(NOW, 2, 1.5));
    runs.append(id, new Stopped(NOW, 3, "a"));
    assertThat(runs.get(id).orElseThrow().resultStep()).contains(2);
    assertThat(runs.history(id, 0).log())
        .extracting(Run.LogLine::message)
        .anyMatch(line -> line.startsWith("Step 2 did best on the held-out rows (1.5000)"));
    runs.move(id, RunState.QUEUED);
    assertThat(runs.get(id).orElseThrow().resultStep()).isEmpty();
  }

  @Test
  void aFinishedRunCannotFailAnyMore() {
    long id = running(catalog, "run", 2).id();
    runs.append(id, new Finished(NOW, 2, "a"));
    assertThatThrownBy(
            () -> runs.append(id, new Failed(NOW, 2, Problem.of(Kind.DEFECT, "It.", "Do."))))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(Kind.CONFLICT));
    assertThat(runs.get(id).orElseThrow().problem()).isEmpty();
  }

  @Test
  void theNewestWishCountsAndIsGoneOnceTaken() {
    long id = running(catalog, "run", 0).id();
    assertThat(runs.takeWish(id)).isEmpty();
    runs.wish(id, Wish.SAVE);
    runs.wish(id, Wish.PAUSE);
    assertThat(runs.takeWish(id)).contains(Wish.PAUSE);
    assertThat(runs.takeWish(id)).isEmpty();
    runs.wish(99, Wish.STOP);
    assertThat(runs.takeWish(99)).isEmpty();
  }

  @Test
  void onlyARunAtRestIsDeletedAndItsHistoryWithIt() {
    long id = running(catalog, "run", 3).id();
    assertThatThrownBy(() -> runs.delete(id))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("Stop it first");
    runs.append(id, new Stopped(NOW, 3, ""));
    runs.delete(id);
    assertThat(runs.get(id)).isEmpty();
    assertThat(runs.history(id, 0).steps()).isEmpty();
    assertThat(runs.history(id, 0).log()).isEmpty();
    assertThatThrownBy(() -> runs.delete(id))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(Kind.NOT_FOUND));
  }

  @Test
  void aSparklineIsShortAndTrueHoweverLongTheRun() {
    Sparkline line = Sparkline.EMPTY;
    double sum = 0;
    for (int i = 0; i < 1_000; i++) {
      double loss = 5 - i / 250.0;
      sum += loss;
      line = Sparkline.read(line.plus(loss).bytes());
      assertThat(line.drawn()).hasSizeLessThanOrEqualTo(RunStore.SPARKLINE_POINTS);
    }
    assertThat(line.drawn()).hasSizeGreaterThan(30);
    double mean =
        (line.points().stream().mapToDouble(p -> p).sum() * line.stride() + line.sum()) / 1_000;
    assertThat(mean).isCloseTo(sum / 1_000, within(1e-5));
    assertThat(line.drawn().getFirst()).isGreaterThan(line.drawn().getLast());
  }

  @Test
  void sparklinesComeForTheRunsAskedFor() {
    Run with = running(catalog, "with", 3);
    Run without = running(catalog, "without", 0);
    Map<Long, List<Double>> lines = runs.sparklines(List.of(with.id(), without.id(), 99L));
    assertThat(lines).containsOnlyKeys(with.id());
    assertThat(lines.get(with.id())).containsExactly(3.0, 1.5, 1.0);
  }
}
