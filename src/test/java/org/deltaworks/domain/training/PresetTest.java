package org.deltaworks.domain.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresetTest {
  private static double rate(Preset preset, int width) {
    return Double.parseDouble(preset.on(TrainingDraft.empty(), width).text(Setting.LEARNING_RATE));
  }

  /** 2000 / 256 to the power of 0.78 is 4.97. */
  @Test
  void narrowBasesTakeLargerSteps() {
    assertThat(rate(Preset.THOROUGH, Preset.WIDTH)).isEqualTo(2e-4);
    assertThat(rate(Preset.THOROUGH, 256)).isEqualTo(9.9e-4);
    assertThat(rate(Preset.QUICK, 4096)).isLessThan(rate(Preset.QUICK, 2048));
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void aDraftIsThePresetOnlyForItsWidth(Preset preset) {
    TrainingDraft draft = preset.on(TrainingDraft.empty().with(Setting.NAME, "a"), 256);
    assertThat(Preset.of(draft, 256)).contains(preset);
    assertThat(Preset.of(draft, 2048)).isEmpty();
  }

  @Test
  void stepsOfTheDraftGiveWayToPasses() {
    TrainingDraft draft =
        Preset.QUICK.on(TrainingDraft.empty().with(Setting.STEPS, "7"), Preset.WIDTH);
    assertThat(draft.says(Setting.STEPS)).isFalse();
    assertThat(draft.text(Setting.EPOCHS)).isEqualTo("2");
  }
}
