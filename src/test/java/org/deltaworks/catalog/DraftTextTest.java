package org.deltaworks.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTextTest {
  @Test
  void whatWasSaidComesBackAndNothingElse() {
    TrainingDraft draft = CatalogFixture.draft();
    assertThat(DraftText.read(DraftText.said(draft), DraftText.defaults())).isEqualTo(draft);
  }

  @Test
  void aDefaultThatChangedSinceCountsAsSaid() {
    String then = DraftText.defaults().replace("\"rank\":[\"8\"]", "\"rank\":[\"4\"]");
    assertThat(then).isNotEqualTo(DraftText.defaults());
    TrainingDraft silent = DraftText.read("{}", then);
    assertThat(silent.text(Setting.RANK)).isEqualTo("4");
    assertThat(silent.said()).containsOnlyKeys(Setting.RANK);
    assertThat(DraftText.read("{\"rank\":[\"32\"]}", then).text(Setting.RANK)).isEqualTo("32");
  }

  @Test
  void aSettingThatIsNoMoreIsPassedOver() {
    assertThat(DraftText.read("{\"gone\":[\"1\",\"2\"],\"rank\":[\"2\"]}", "{}").said())
        .containsOnlyKeys(Setting.RANK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"rank\":\"16\"}", "{\"rank\":[\"16\"", "{\"rank\":[{}]}", "{\"rank\""})
  void settingsThatSomebodyChangedAreToldAndDoNotGoOnForEver(String text) {
    assertThatThrownBy(() -> DraftText.read(text, null))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("The settings of a run in the catalog cannot be read");
  }
}
