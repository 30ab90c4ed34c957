package org.deltaworks.domain.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.adapters.TargetModules;
import org.deltaworks.domain.problem.Checked;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingDraftTest {
  private static final TrainingDraft LEAST =
      TrainingDraft.empty().with(Setting.MODEL, "m").with(Setting.DATA, List.of("d.jsonl"));

  @Test
  void theLeastThatCanBeSaidIsAPlanWithTheContractsDefaults() {
    TrainingPlan plan = LEAST.toPlan().orThrow();
    assertThat(plan.lora()).hasValue(LoraSpec.of(8, 16, 0, new TargetModules.Default()));
    assertThat(plan.batch())
        .isEqualTo(
            new TrainingPlan.Batch(
                8, 1, Optional.empty(), true, true, TrainingPlan.Recompute.AUTO));
    assertThat(plan.length()).isEqualTo(new TrainingPlan.Length.Epochs(1));
    assertThat(plan.optimizer())
        .isEqualTo(
            new TrainingPlan.Optimizer(
                2e-4, TrainingPlan.Schedule.LINEAR, Optional.empty(), 0, 0.9, 0.999, 1e-8, 1));
    assertThat(plan.evaluation())
        .isEqualTo(new TrainingPlan.Evaluation(Optional.empty(), 0.1, Optional.empty(), 0));
    assertThat(plan.precision()).isEqualTo(TrainingPlan.Precision.FLOAT32);
    assertThat(plan.lossOn()).isEqualTo(TrainingPlan.LossOn.COMPLETION);
    assertThat(plan.seed()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "rank, 0",
    "rank, eight",
    "rank, 5000",
    "alpha, -1",
    "dropout, 1",
    "dropout, NaN",
    "target-modules, ','",
    "target-modules, 'q_proj('",
    "batch-size, 0",
    "accumulate, 0",
    "max-length, 1",
    "steps, -3",
    "steps, 1.5",
    "epochs, 0",
    "epochs, Infinity",
    "lr, NaN",
    "lr, 0",
    "lr, -1e-4",
    "schedule, sometimes",
    "warmup, -1",
    "weight-decay, -0.1",
    "beta1, 1",
    "beta2, 1.5",
    "epsilon, 0",
    "max-grad-norm, -1",
    "dtype, float8",
    "loss-on, prompt",
    "shuffle, perhaps",
    "packing, perhaps",
    "recompute, perhaps",
    "seed, x",
    "eval-fraction, 1",
    "eval-every, 0",
    "save-every, 0",
    "keep, 0",
    "patience, -1",
    "threads, -2",
    "method, magic",
    "quantize, int8"
  })
  void whatMakesNoSenseIsToldBesideItsSetting(String option, String text) {
    Setting setting = Setting.of(option).orElseThrow();
    Checked<TrainingPlan> checked = LEAST.with(setting, text).toPlan();
    assertThat(checked).isInstanceOf(Checked.Invalid.class);
    List<Problem> problems = ((Checked.Invalid<TrainingPlan>) checked).problems();
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().field()).hasValue(option);
    assertThat(problems.getFirst().kind()).isEqualTo(Problem.Kind.WRONG_USAGE);
  }

  @Test
  void aBaseInFourBitsIsForAdaptersAndRecomputes() {
    TrainingDraft packed = LEAST.with(Setting.QUANTIZE, "nf4");
    TrainingPlan plan = packed.toPlan().orThrow();
    assertThat(plan.baseStorage()).isEqualTo(TrainingPlan.BaseStorage.NF4);
    assertThat(plan.batch().recompute()).isEqualTo(TrainingPlan.Recompute.ON);
    assertThat(LEAST.toPlan().orThrow().baseStorage()).isEqualTo(TrainingPlan.BaseStorage.NONE);
    assertThat(LEAST.toPlan().orThrow().batch().recompute()).isEqualTo(TrainingPlan.Recompute.AUTO);
    for (String method : List.of("full", "last-layers", "bitfit")) {
      assertThatThrownBy(() -> packed.with(Setting.METHOD, method).toPlan().orThrow())
          .hasMessageContaining("cannot be kept in 4 bits with the method " + method);
    }
    Checked<TrainingPlan> kept = packed.with(Setting.RECOMPUTE, "off").toPlan();
    assertThat(((Checked.Invalid<TrainingPlan>) kept).problems())
        .singleElement()
        .satisfies(p -> assertThat(p.field()).hasValue("recompute"))
        .satisfies(p -> assertThat(p.message()).contains("base unpacked"));
  }

  @Test
  void everyProblemIsToldAtOnce() {
    Checked<TrainingPlan> checked =
        TrainingDraft.empty().with(Setting.RANK, "0").with(Setting.LEARNING_RATE, "x").toPlan();
    assertThat(((Checked.Invalid<TrainingPlan>) checked).problems())
        .extracting(p -> p.field().orElse(""))
        .containsExactlyInAnyOrder("model", "data", "rank", "lr");
    assertThatThrownBy(checked::orThrow)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("No base model was chosen");
  }

  @Test
  void stepsAndPassesExcludeEachOther() {
    TrainingDraft both = LEAST.with(Setting.STEPS, "5").with(Setting.EPOCHS, "1");
    assertThat(((Checked.Invalid<TrainingPlan>) both.toPlan()).problems())
        .extracting(p -> p.field().orElse(""))
        .containsExactly("epochs");
  }

  @Test
  void anEmptyTextTakesASettingBack() {
    TrainingDraft draft = LEAST.with(Setting.RANK, "4").with(Setting.RANK, " ");
    assertThat(draft).isEqualTo(LEAST);
    assertThat(draft.says(Setting.RANK)).isFalse();
    assertThat(draft.text(Setting.RANK)).isEqualTo("8");
  }

  @Test
  void theOtherDraftWins() {
    TrainingDraft base = LEAST.with(Setting.RANK, "4").with(Setting.SEED, "7");
    TrainingDraft over = TrainingDraft.empty().with(Setting.RANK, "16");
    assertThat(base.overriddenBy(over)).isEqualTo(base.with(Setting.RANK, "16"));
  }

  @Test
  void rsloraScalesByTheRoot() {
    LoraSpec spec = LEAST.with(Setting.METHOD, "rslora").toPlan().orThrow().lora().orElseThrow();
    assertThat(spec.rankStabilised()).isTrue();
    assertThat(LEAST.with(Setting.METHOD, "full").toPlan().orThrow().lora()).isEmpty();
  }
}
