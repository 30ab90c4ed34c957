package org.deltaworks.domain.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdjustmentTest {
  private static final TrainingDraft DRAFT =
      TrainingDraft.empty().with(Setting.MODEL, "m").with(Setting.DATA, List.of("d"));

  @Test
  void halfTheRateIsHalfTheRate() {
    assertThat(Adjustment.HALF_RATE.of(DRAFT).orElseThrow().text(Setting.LEARNING_RATE))
        .isEqualTo("1.0E-4");
    TrainingDraft least = DRAFT.with(Setting.LEARNING_RATE, Double.toString(Double.MIN_VALUE));
    assertThat(Adjustment.HALF_RATE.of(least)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"8,1,4,2", "5,1,1,5", "6,3,3,6", "7,2,2,7", "3,4,1,12"})
  void lessMemoryKeepsTheStep(int rows, int collected, int fewer, int more) {
    TrainingDraft draft =
        DRAFT
            .with(Setting.BATCH_SIZE, Integer.toString(rows))
            .with(Setting.ACCUMULATE, Integer.toString(collected));
    TrainingDraft changed = Adjustment.LESS_MEMORY.of(draft).orElseThrow();
    assertThat(changed.text(Setting.BATCH_SIZE)).isEqualTo(Integer.toString(fewer));
    assertThat(changed.text(Setting.ACCUMULATE)).isEqualTo(Integer.toString(more));
    assertThat(fewer * more).isEqualTo(rows * collected);
  }

  @Test
  void lessMemoryEndsWithRecomputing() {
    TrainingDraft one = DRAFT.with(Setting.BATCH_SIZE, "1");
    TrainingDraft last = Adjustment.LESS_MEMORY.of(one).orElseThrow();
    assertThat(last.text(Setting.RECOMPUTE)).isEqualTo("on");
    assertThat(Adjustment.LESS_MEMORY.of(last)).isEqualTo(Optional.empty());
  }
}
