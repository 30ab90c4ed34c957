package org.deltaworks.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.deltaworks.domain.training.TrainingPlan.Optimizer;
import org.deltaworks.domain.training.TrainingPlan.Schedule;
import org.deltaworks.engine.nn.FlatParameters;
import org.deltaworks.engine.nn.Workspace;
import org.deltaworks.engine.reference.Engines;
import org.deltaworks.engine.reference.Reference;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schedules against transformers, AdamW and clipping against PyTorch. */
class LearningRateTest {
  private static final JsonNode EXPECTED = Reference.json(Reference.resource("optimizer.json"));

  @ParameterizedTest
  @CsvSource({
    "CONSTANT,5,constant_with_warmup",
    "CONSTANT,0,constant_with_warmup_without_warmup",
    "LINEAR,5,linear",
    "LINEAR,0,linear_without_warmup",
    "COSINE,5,cosine",
    "COSINE,0,cosine_without_warmup"
  })
  void everyStepUsesTheRateOfTransformers(Schedule schedule, int warmup, String name) {
    LearningRate rate = new LearningRate(settings(1, schedule, warmup, 0, 0), 20);
    JsonNode expected = EXPECTED.get("schedules").get(name);
    for (int step = 1; step <= 20; step++) {
      assertThat(rate.at(step))
          .as("step %d", step)
          .isCloseTo(expected.get(step - 1).doubleValue(), within(1e-12));
    }
  }

  @ParameterizedTest
  @CsvSource({"0.0,0", "0.0,1.0", "0.01,0", "0.01,1.0"})
  void everyStepMovesAsInPyTorch(double decay, double clip) {
    JsonNode adamw = EXPECTED.get("adamw");
    String name = "weight_decay=" + decay + ",max_norm=" + (clip == 0 ? "None" : "1.0");
    try (Workspace work =
        Workspace.open(Engines.torch(), Reference.of("llama").model().model().decoder())) {
      FlatParameters parameters = new FlatParameters(work, Map.of("p", new long[] {4}));
      parameters.set("p", Reference.floats(adamw.get("start")));
      AdamW optimizer =
          new AdamW(work, parameters, settings(1e-2, Schedule.CONSTANT, 0, decay, clip));
      for (int step = 1; step <= adamw.get("gradients").size(); step++) {
        NDArray gradient = parameters.gradientViews().get("p");
        gradient.addi(work.scope().create(Reference.floats(adamw.get("gradients").get(step - 1))));
        optimizer.step(step, 1e-2, optimizer.gradientNorm());
        Assertions.assertArrayEquals(
            Reference.floats(adamw.get("after_each_step").get(name).get(step - 1)),
            parameters.values().toFloatArray(),
            1e-6f);
      }
    }
  }

  @Test
  void threePerCentOfTheStepsWarmUpWhereNothingIsSaid() {
    Optimizer unsaid = new Optimizer(1, Schedule.LINEAR, Optional.empty(), 0, 0.9, 0.999, 1e-8, 0);
    LearningRate rate = new LearningRate(unsaid, 200);
    assertThat(rate.at(1)).isEqualTo(0);
    assertThat(rate.at(4)).isEqualTo(0.5);
    assertThat(rate.at(7)).isEqualTo(1);
  }

  @Test
  void theOnlyStepOfARunLearnsUnlessAWarmUpWasAskedFor() {
    Optimizer unsaid = new Optimizer(1, Schedule.LINEAR, Optional.empty(), 0, 0.9, 0.999, 1e-8, 0);
    assertThat(new LearningRate(unsaid, 1).at(1)).isEqualTo(1);
    assertThat(new LearningRate(unsaid, 1).neverLearns()).isFalse();
    assertThat(new LearningRate(unsaid, 2).at(1)).as("as transformers").isZero();
    assertThat(new LearningRate(unsaid, 2).at(2)).isEqualTo(1);
    LearningRate asked = new LearningRate(settings(1, Schedule.LINEAR, 5, 0, 0), 1);
    assertThat(asked.at(1)).isZero();
    assertThat(asked.neverLearns()).isTrue();
  }

  private static Optimizer settings(
      double rate, Schedule schedule, int warmup, double decay, double clip) {
    return new Optimizer(rate, schedule, Optional.of(warmup), decay, 0.9, 0.999, 1e-8, clip);
  }
}
