package org.deltaworks.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BenchmarkSettingsTest {
  @Test
  void wordsReplaceWhatIsUsual() {
    BenchmarkSettings settings = of("rounds=5", "eos=a=b");
    assertThat(settings.number("rounds")).isEqualTo(5);
    assertThat(settings.get("eos")).isEqualTo("a=b");
    assertThat(of().number("rounds")).isEqualTo(3);
    assertThat(of().has("eos")).isFalse();
  }

  @Test
  void aNameThatNobodyKnowsIsRefusedAndWhatIsMissingIsNamed() {
    assertThatThrownBy(() -> of("round=5")).hasMessageContaining("[eos, rounds], not round=5");
    assertThatThrownBy(() -> of("rounds")).hasMessageContaining("not rounds");
    assertThatThrownBy(() -> of().get("eos")).hasMessageContaining("say eos=");
  }

  private static BenchmarkSettings of(String... words) {
    return BenchmarkSettings.of(Map.of("rounds", "3"), Set.of("eos"), words);
  }
}
