package org.deltaworks.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.TrainingEvent.Noted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunawayLossTest {
  /** So many that the loss runs away and is still a number. */
  private static final int STEPS = 75;

  /** Above what the tiny model begins with. */
  private static final double RISEN = 4.9;

  @Test
  void aLossThatClimbsFarAboveWhereItWasIsToldOnce() {
    assertThat(told(90, step -> step <= 30 ? 2 : 3.01)).containsExactly(50);
    assertThat(told(90, step -> step <= 30 ? 2 : 2.99)).isEmpty();
  }

  @Test
  void whatCameBackAndRunsAwayAgainIsToldAgain() {
    assertThat(told(160, step -> step / 40 % 2 == 0 ? 2 : 6)).hasSize(2);
  }

  @Test
  void batchesThatDifferMuchAreNoRunningAway() {
    Random random = new Random(5);
    assertThat(told(5000, step -> 1 + 3 * random.nextDouble())).isEmpty();
  }

  @Test
  void oneTerribleBatchIsNoRunningAway() {
    assertThat(told(60, step -> step == 30 ? 11 : 2)).isEmpty();
  }

  @Test
  void threeStepsFarWorseThanGuessingAreEnoughEvenAtTheBeginning() {
    assertThat(told(15, step -> step < 6 ? 7 : 6_000)).containsExactly(8);
    assertThat(told(60, step -> step < 30 || step > 31 ? 2 : 6_000)).isEmpty();
    assertThat(told(60, step -> step < 30 ? 2 : 31)).containsExactly(32);
    RunawayLoss watch = new RunawayLoss();
    watch.look(1, 40);
    watch.look(2, 50);
    RunawayLoss.Climb climb = watch.look(3, 60).orElseThrow();
    assertThat(climb.warning()).contains("50.00 over the last 3 steps, far worse than guessing");
    assertThat(climb.problem(Optional.empty()).remedy()).contains("from the beginning");
  }

  @Test
  void nearNothingHalfAsMuchAgainIsStillNothing() {
    assertThat(told(60, step -> step < 30 ? 0.01 : 0.9)).isEmpty();
  }

  @Test
  void theWarningSaysHowFarFromWhereAndWhatToDo() {
    RunawayLoss watch = new RunawayLoss();
    String words = "";
    for (int step = 1; step <= 40; step++) {
      words = watch.look(step, step <= 20 ? 2 : 6.5).map(RunawayLoss.Climb::warning).orElse(words);
    }
    assertThat(words).contains("6.50 over the last 20 steps", "2.00 at step 20", "half the rate");
  }

  @Test
  void aTrainingWithAFarTooHighRateWarnsAndAUsualOneDoesNot(@TempDir Path folder) {
    RecordingWorld usual = new RecordingWorld(folder.resolve("a"));
    training("lr", "1e-3").run(usual);
    assertThat(warnings(usual)).isEmpty();
    RecordingWorld high = new RecordingWorld(folder.resolve("b"));
    training("lr", "1").run(high);
    assertThat(warnings(high)).hasSize(1);
    assertThat(high.losses()).hasSize(STEPS).allMatch(Double::isFinite);
  }

  @Test
  void whereItWasAskedForTheRunEndsWithACheckpointFromBeforeTheLossRose(@TempDir Path folder) {
    RecordingWorld world = new RecordingWorld(folder);
    Problem problem = divergence(world, "save-every", "4", "keep", "1");
    assertThat(problem.kind()).isEqualTo(Problem.Kind.DIVERGED);
    int left = saved(folder);
    assertThat(problem.line()).contains("half the learning rate", "checkpoint of step " + left);
    assertThat(world.losses().subList(0, left)).allMatch(loss -> loss < RISEN);
    assertThat(world.losses()).hasSizeLessThan(STEPS);
    assertThat(world.losses().getLast()).isGreaterThan(RISEN);
    assertThat(warnings(world)).isEmpty();

    RecordingWorld on = new RecordingWorld(folder);
    training("lr", "5e-2", "save-every", "1000", "steps", Integer.toString(left + 2))
        .run(on, TinyTraining.checkpoints(folder, left));
    assertThat(on.steps().getFirst().step()).isEqualTo(left + 1);
    assertThat(on.losses()).allMatch(loss -> loss < RISEN);
  }

  @Test
  void withoutACheckpointFromBeforeItSaysSo(@TempDir Path folder) {
    Problem problem = divergence(new RecordingWorld(folder), "save-every", "1000");
    assertThat(problem.remedy()).contains("half the learning rate", "from the beginning");
  }

  private static Problem divergence(RecordingWorld world, String... saving) {
    List<String> words = new ArrayList<>(List.of("lr", "1", "stop-on-divergence", "true"));
    words.addAll(List.of(saving));
    try {
      training(words.toArray(String[]::new)).run(world);
    } catch (ProblemException e) {
      return e.problem();
    }
    throw new AssertionError("went on to the end");
  }

  private static int saved(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      List<Path> all = inside.toList();
      assertThat(all).hasSize(1);
      return Integer.parseInt(all.getFirst().getFileName().toString().replace("step-", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The rate rises all the time, so that the row is learnt first. AdamW takes rate times decay off
   * every trained number in a step (arXiv 1711.05101, algorithm 2): once that product is above 2, a
   * number changes its sign and grows, whatever the gradient says.
   */
  private static TinyTraining training(String... more) {
    List<String> words =
        new ArrayList<>(List.of("steps", Integer.toString(STEPS), "batch-size", "1"));
    words.addAll(List.of("warmup", "90", "weight-decay", "4"));
    words.addAll(List.of(more));
    return new TinyTraining(
        Plans.of(words.toArray(String[]::new)), TinyTraining.rows(1, 3), List.of());
  }

  private static List<String> warnings(RecordingWorld world) {
    return world.events.stream()
        .filter(Noted.class::isInstance)
        .map(event -> ((Noted) event).message())
        .filter(message -> message.contains("running away"))
        .toList();
  }

  private static List<Integer> told(int steps, IntToDoubleFunction loss) {
    RunawayLoss watch = new RunawayLoss();
    List<Integer> told = new ArrayList<>();
    for (int step = 1; step <= steps; step++) {
      if (watch.look(step, loss.applyAsDouble(step)).isPresent()) {
        told.add(step);
      }
    }
    return told;
  }
}
