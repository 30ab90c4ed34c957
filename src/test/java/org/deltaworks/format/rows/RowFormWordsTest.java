package org.deltaworks.format.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.deltaworks.domain.datasets.RowFormWords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowFormWordsTest {
  @ParameterizedTest
  @EnumSource(RowForm.class)
  void noFormIsShownByTheNamesOfItsKeys(RowForm form) {
    assertThat(RowFormWords.of(form.text()))
        .doesNotContain("/", "_", "prompt", "completion", "messages");
  }
}
