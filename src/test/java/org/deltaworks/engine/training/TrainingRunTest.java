package org.deltaworks.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.deltaworks.domain.adapters.LoraPair;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.RunStore.Wish;
import org.deltaworks.domain.training.TrainingEvent.Evaluated;
import org.deltaworks.domain.training.TrainingEvent.Noted;
import org.deltaworks.domain.training.TrainingEvent.Saved;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.engine.lora.LoraInitialisation;
import org.deltaworks.engine.lora.LoraParameters;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.NumberType;
import org.deltaworks.engine.nn.Workspace;
import org.deltaworks.engine.reference.Engines;
import org.deltaworks.engine.reference.Reference;
import org.deltaworks.engine.training.TrainingLoop.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole trainings on a tiny model. */
class TrainingRunTest {
  private static final Reference MODEL = Reference.of("llama");

  @Test
  void manySmallBatchesMakeTheStepOfOneLargeBatch(@TempDir Path folder) {
    String[] large = {"steps", "4", "batch-size", "6", "accumulate", "1", "lr", "1e-2"};
    String[] small = {"steps", "4", "batch-size", "2", "accumulate", "3", "lr", "1e-2"};
    Result one = train(folder, Plans.of(large), Optional.empty(), 24);
    Result many = train(folder, Plans.of(small), Optional.empty(), 24);
    for (int i = 0; i < 4; i++) {
      assertThat(many.world.losses().get(i)).isCloseTo(one.world.losses().get(i), within(1e-5));
      assertThat(many.world.steps().get(i).gradientNorm())
          .isCloseTo(one.world.steps().get(i).gradientNorm(), within(1e-5));
    }
  }

  @Test
  void aRunWhoseRateIsNeverAboveNothingWarns(@TempDir Path folder) {
    String[] warmed = {"steps", "1", "batch-size", "3", "warmup", "1"};
    String[] usual = {"steps", "1", "batch-size", "3"};
    assertThat(train(folder, Plans.of(warmed), Optional.empty(), 6).world.events)
        .filteredOn(Noted.class::isInstance)
        .extracting(event -> ((Noted) event).message())
        .anyMatch(message -> message.contains("nothing will be learnt"));
    RecordingWorld world = train(folder, Plans.of(usual), Optional.empty(), 6).world;
    assertThat(world.events).noneMatch(Noted.class::isInstance);
    assertThat(world.steps().getFirst().learningRate()).isPositive();
  }

  @Test
  void theSameSeedGivesTheSameLossesBitForBit(@TempDir Path folder) {
    TrainingPlan plan = Plans.of("steps", "5", "batch-size", "3", "dropout", "0.2", "seed", "4");
    TrainingPlan other = Plans.of("steps", "5", "batch-size", "3", "dropout", "0.2", "seed", "5");
    List<Double> first = train(folder, plan, Optional.empty(), 12).world.losses();
    assertThat(train(folder, plan, Optional.empty(), 12).world.losses()).isEqualTo(first);
    assertThat(train(folder, other, Optional.empty(), 12).world.losses()).isNotEqualTo(first);
  }

  @Test
  void aRunThatWasPausedEndsAsOneThatWasNot(@TempDir Path folder) {
    TrainingPlan plan =
        Plans.of(
            "steps",
            "7",
            "batch-size",
            "3",
            "dropout",
            "0.1",
            "lr",
            "1e-2",
            "weight-decay",
            "0.1",
            "schedule",
            "cosine",
            "warmup",
            "2",
            "eval-every",
            "100",
            "save-every",
            "100");
    Result whole = train(folder.resolve("a"), plan, Optional.empty(), 8);
    RecordingWorld before = new RecordingWorld(folder.resolve("b"), 3, Wish.PAUSE);
    Result paused = train(plan, Optional.empty(), 8, before);
    assertThat(paused.outcome).isEqualTo(Outcome.PAUSED);
    assertThat(before.steps()).hasSize(3);
    Result resumed =
        train(folder.resolve("b"), plan, Optional.of(folder.resolve("b").resolve("step-3")), 8);
    assertThat(resumed.outcome).isEqualTo(Outcome.FINISHED);
    List<Double> together = new ArrayList<>(before.losses());
    together.addAll(resumed.world.losses());
    assertThat(together).isEqualTo(whole.world.losses());
    for (int i = 0; i < whole.pairs.size(); i++) {
      assertThat(resumed.pairs.get(i).a()).isEqualTo(whole.pairs.get(i).a());
      assertThat(resumed.pairs.get(i).b()).isEqualTo(whole.pairs.get(i).b());
    }
  }

  @Test
  void theHeldOutLossIsToldAtTheStartOnTheWayAndAtTheEnd(@TempDir Path folder) {
    Result run =
        train(
            folder,
            Plans.of("steps", "6", "batch-size", "4", "eval-every", "3"),
            Optional.empty(),
            9);
    List<Evaluated> told =
        run.world.events.stream()
            .filter(Evaluated.class::isInstance)
            .map(Evaluated.class::cast)
            .toList();
    assertThat(told).extracting(Evaluated::step).containsExactly(0, 3, 6);
    assertThat(told.getLast().loss()).isLessThan(told.getFirst().loss());
  }

  @Test
  void onlyTheNewestCheckpointsAreKept(@TempDir Path folder) {
    Result run =
        train(
            folder,
            Plans.of("steps", "7", "batch-size", "2", "save-every", "1", "keep", "2"),
            Optional.empty(),
            6);
    assertThat(run.world.events.stream().filter(Saved.class::isInstance)).hasSize(6);
    assertThat(folder).isDirectoryNotContaining("glob:**/step-4");
    assertThat(folder).isDirectoryContaining("glob:**/step-5");
    assertThat(folder).isDirectoryContaining("glob:**/step-6");
  }

  @Test
  void alossThatIsNoNumberStopsTheRunBeforeAnythingIsTouched(@TempDir Path folder) {
    TrainingPlan plan = Plans.of("steps", "3", "batch-size", "2", "warmup", "0");
    withLoop(
        plan,
        6,
        new RecordingWorld(folder),
        setup -> {
          float[] poisoned = setup.lora.pairs().getFirst().a().clone();
          poisoned[0] = Float.NaN;
          String name = setup.lora.pairs().getFirst().module() + ".lora_A";
          setup.lora.parameters().set(name, poisoned);
          List<LoraPair> before = setup.lora.pairs();
          assertThatThrownBy(() -> setup.loop.run(0))
              .isInstanceOf(ProblemException.class)
              .satisfies(
                  e ->
                      assertThat(((ProblemException) e).problem().kind())
                          .isEqualTo(Problem.Kind.NOT_FINITE))
              .hasMessageContaining("step 1")
              .hasMessageFindingMatch("It looked at row \\d, row \\d\\.");
          assertThat(setup.lora.pairs().getLast().a()).isEqualTo(before.getLast().a());
          assertThat(setup.lora.pairs().getLast().b()).isEqualTo(before.getLast().b());
        });
  }

  @Test
  void whatWasLearntBeforeALossThatIsNoNumberIsSaved(@TempDir Path folder) {
    TrainingPlan plan =
        Plans.of(
            "steps",
            "9",
            "batch-size",
            "2",
            "lr",
            "1e12",
            "warmup",
            "0",
            "save-every",
            "100",
            "eval-every",
            "100");
    RecordingWorld world = new RecordingWorld(folder);
    withLoop(
        plan,
        6,
        world,
        setup -> assertThatThrownBy(() -> setup.loop.run(0)).hasMessageContaining("In step"));
    assertThat(world.steps()).isNotEmpty();
    assertThat(folder.resolve("step-" + world.steps().getLast().step())).isDirectory();
    assertThat(world.events.getLast()).isInstanceOf(Saved.class);
  }

  @Test
  void numbersThatAreNoneAreNotSaved(@TempDir Path folder) {
    List<LoraParameters> trained = new ArrayList<>();
    RecordingWorld world =
        new RecordingWorld(folder) {
          @Override
          public Optional<Wish> wish() {
            if (steps().size() == 4) {
              spoil(trained.getFirst());
            }
            return Optional.empty();
          }
        };
    withLoop(
        Plans.of("steps", "9", "batch-size", "2", "save-every", "100", "eval-every", "100"),
        6,
        world,
        setup -> {
          trained.add(setup.lora);
          assertThatThrownBy(() -> setup.loop.run(0)).hasMessageContaining("step 5");
        });
    assertThat(folder.resolve("step-4")).doesNotExist();
  }

  private static void spoil(LoraParameters lora) {
    float[] numbers = lora.pairs().getFirst().a().clone();
    numbers[0] = Float.NaN;
    lora.parameters().set(lora.pairs().getFirst().module() + ".lora_A", numbers);
  }

  @Test
  void stepsLeaveNothingBehindInNativeMemory(@TempDir Path folder) {
    withLoop(
        Plans.of("steps", "3", "batch-size", "2", "eval-every", "1", "save-every", "1"),
        6,
        new RecordingWorld(folder),
        setup -> {
          setup.scope.cap();
          assertThat(setup.loop.run(0)).isEqualTo(Outcome.FINISHED);
        });
  }

  @Test
  void testsNobodyAskedForLookAtPartOfTheHeldOutRows(@TempDir Path folder) {
    RecordingWorld world = new RecordingWorld(folder);
    Decoder decoder = Engines.decoder(MODEL.model(), NumberType.FLOAT32);
    try (Workspace work = decoder.work()) {
      TrainingPlan plan = Plans.of("steps", "1", "batch-size", "2");
      new TrainingLoop(
              decoder,
              new TrainedAdapter(fresh(decoder, plan), decoder.spec().layers(), 0),
              plan,
              rows(2),
              rows(50),
              world)
          .run(0);
    }
    long expected = rows(50).subList(0, 32).stream().mapToLong(TokenizedRow::labelTokens).sum();
    assertThat(world.events)
        .filteredOn(Evaluated.class::isInstance)
        .extracting(e -> ((Evaluated) e).labelTokens())
        .containsOnly(expected);
  }

  @Test
  void rowsThatNoModelCouldReadAreRefusedInWords() {
    int[] strange = {1, 2, 96};
    assertThatThrownBy(
            () ->
                RowChecks.check(
                    List.of(new TokenizedRow(strange, strange)), MODEL.model().model().decoder()))
        .hasMessageContaining("Row 1 has the token id 96")
        .hasMessageContaining("0 to 95");
    int[] none = {-100, -100};
    assertThatThrownBy(
            () ->
                RowChecks.check(
                    List.of(new TokenizedRow(new int[] {1, 2}, none)),
                    MODEL.model().model().decoder()))
        .hasMessageContaining("Row 1 has no token to learn from");
  }

  private record Result(Outcome outcome, RecordingWorld world, List<LoraPair> pairs) {}

  private record Setup(TrainingLoop loop, LoraParameters lora, NDManager scope) {}

  private static Result train(Path folder, TrainingPlan plan, Optional<Path> checkpoint, int rows) {
    return train(plan, checkpoint, rows, new RecordingWorld(folder));
  }

  private static Result train(
      TrainingPlan plan, Optional<Path> checkpoint, int rows, RecordingWorld world) {
    List<Result> results = new ArrayList<>();
    withLoop(
        plan,
        rows,
        world,
        setup -> {
          checkpoint.ifPresent(from -> setup.loop.resume(new TreeMap<>(Map.of(3, from))));
          Outcome outcome = setup.loop.run(0);
          results.add(new Result(outcome, world, setup.lora.pairs()));
        });
    return results.getFirst();
  }

  private static void withLoop(
      TrainingPlan plan, int rows, RecordingWorld world, Consumer<Setup> use) {
    Decoder decoder = Engines.decoder(MODEL.model(), NumberType.FLOAT32);
    try (Workspace work = decoder.work()) {
      LoraParameters lora = fresh(decoder, plan);
      TrainingLoop loop =
          new TrainingLoop(
              decoder,
              new TrainedAdapter(
                  lora, decoder.spec().layers(), plan.lora().orElseThrow().dropout()),
              plan,
              rows(rows),
              rows(3),
              world);
      use.accept(new Setup(loop, lora, work.scope()));
    }
  }

  private static LoraParameters fresh(Decoder decoder, TrainingPlan plan) {
    return new LoraParameters(
        decoder,
        MODEL.model().model(),
        plan.lora().orElseThrow(),
        LoraInitialisation.pairs(MODEL.model().model(), plan.lora().orElseThrow(), plan.seed()));
  }

  private static List<TokenizedRow> rows(int count) {
    Random random = new Random(count);
    List<TokenizedRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int[] ids = random.ints(4 + random.nextInt(9), 3, 40).toArray();
      int[] labels = ids.clone();
      labels[0] = labels[1] = TokenizedRow.NO_LOSS;
      rows.add(new TokenizedRow(ids, labels));
    }
    return rows;
  }
}
